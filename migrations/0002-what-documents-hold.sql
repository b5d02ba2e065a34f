-- What a document holds beyond its text: the parts of the CV, the person's profile, the files inside the file.
--
-- Breaks: nothing. Documents that were read before have none of it until they are read again.

ALTER TABLE documents ADD COLUMN words INTEGER NOT NULL DEFAULT 0 CHECK (words >= 0);
ALTER TABLE documents ADD COLUMN sections_json TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(sections_json));
-- NULL: the text is no CV, or it was read before profiles were.
ALTER TABLE documents ADD COLUMN profile_json TEXT CHECK (profile_json IS NULL OR json_valid(profile_json));
ALTER TABLE documents ADD COLUMN attachments_json TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(attachments_json));
