-- Whether a file was handed in before: asked for what comes by mail.
create index upload_by_content on intake.upload (content_hash);
