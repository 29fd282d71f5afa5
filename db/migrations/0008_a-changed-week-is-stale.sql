-- Whoever writes totals, by whatever way, makes the weeks stale that they are in: nothing rolled up of them is read until it is made again.
CREATE FUNCTION "make_weeks_stale"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP <> 'INSERT' THEN
		INSERT INTO "rolled_weeks" SELECT DISTINCT date_trunc('week', "day")::date, true FROM "gone" ORDER BY 1
		ON CONFLICT ("week") DO UPDATE SET "stale" = true;
	END IF;
	IF TG_OP <> 'DELETE' THEN
		INSERT INTO "rolled_weeks" SELECT DISTINCT date_trunc('week', "day")::date, true FROM "come" ORDER BY 1
		ON CONFLICT ("week") DO UPDATE SET "stale" = true;
	END IF;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "day_totals_come" AFTER INSERT ON "day_totals" REFERENCING NEW TABLE AS "come" FOR EACH STATEMENT EXECUTE FUNCTION "make_weeks_stale"();
--> statement-breakpoint
CREATE TRIGGER "day_totals_changed" AFTER UPDATE ON "day_totals" REFERENCING OLD TABLE AS "gone" NEW TABLE AS "come" FOR EACH STATEMENT EXECUTE FUNCTION "make_weeks_stale"();
--> statement-breakpoint
CREATE TRIGGER "day_totals_gone" AFTER DELETE ON "day_totals" REFERENCING OLD TABLE AS "gone" FOR EACH STATEMENT EXECUTE FUNCTION "make_weeks_stale"();
--> statement-breakpoint
-- Weeks that had totals before, and those that were rolled up while some were still being written.
INSERT INTO "rolled_weeks" SELECT DISTINCT date_trunc('week', "day")::date, true FROM "day_totals" ON CONFLICT ("week") DO UPDATE SET "stale" = true;
