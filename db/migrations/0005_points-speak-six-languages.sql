ALTER TABLE "points" ALTER COLUMN "languages" SET DEFAULT '["nl","en","fr","de","pt","ar"]'::jsonb;--> statement-breakpoint
UPDATE "points" SET "languages" = DEFAULT, "revision" = "revision" + 1 WHERE "languages" = '["nl","en","ar"]'::jsonb;
