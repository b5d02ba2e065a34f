"""The queue of the reference design, on Python's own sqlite3: poll, UPDATE the status, commit each step, wait as sqlite3 waits.

Reads lines "enqueue N", "many N" and "work N" and answers each with the milliseconds that it took; for "work", from
the beginning of the first job to the beginning of the last.
"""
import json
import sqlite3
import sys
import time
import uuid
from datetime import datetime

database = sqlite3.connect(sys.argv[1])
database.row_factory = sqlite3.Row
database.executescript(
    """
    CREATE TABLE IF NOT EXISTS jobs (
      job_id TEXT PRIMARY KEY, file_path TEXT, status TEXT, retries INTEGER, max_retries INTEGER,
      error_message TEXT, created_at TEXT, updated_at TEXT, result_json TEXT);
    CREATE INDEX IF NOT EXISTS idx_status ON jobs(status);
    """
)


def now():
    return datetime.utcnow().isoformat()


def insert(path):
    database.execute(
        "INSERT INTO jobs VALUES (?, ?, 'pending', 0, 3, NULL, ?, ?, NULL)", (str(uuid.uuid4()), path, now(), now())
    )


def path_of(n):
    return f"/srv/cv_uploads/2026/11/curriculum-vitae-{n}.pdf"


def enqueue(count):
    begun = time.perf_counter()
    for n in range(count):
        insert(path_of(n))
        database.commit()
    return time.perf_counter() - begun


def many(count):
    begun = time.perf_counter()
    for n in range(count):
        insert(path_of(n))
    database.commit()
    return time.perf_counter() - begun


def work(count):
    begun = ended = None
    while True:
        job = database.execute(
            "SELECT * FROM jobs WHERE status = 'pending' ORDER BY created_at LIMIT 1"
        ).fetchone()
        if job is None:
            return ended - begun
        database.execute(
            "UPDATE jobs SET status = 'processing', updated_at = ? WHERE job_id = ?", (now(), job["job_id"])
        )
        database.commit()
        ended = time.perf_counter()
        begun = begun or ended
        database.execute(
            "UPDATE jobs SET status = 'completed', result_json = ?, updated_at = ? WHERE job_id = ?",
            (json.dumps({}), now(), job["job_id"]),
        )
        database.commit()


print(json.dumps({"python": sys.version.split()[0], "sqlite": sqlite3.sqlite_version}), flush=True)
for line in sys.stdin:
    command, count = line.split()
    seconds = {"enqueue": enqueue, "many": many, "work": work}[command](int(count))
    print(json.dumps({"ms": seconds * 1000}), flush=True)
