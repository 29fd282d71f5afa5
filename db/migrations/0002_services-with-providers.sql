CREATE TABLE "stops" (
	"point_id" text NOT NULL,
	"weekday" integer NOT NULL,
	"name" text NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"postal_code" text DEFAULT '' NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	CONSTRAINT "stops_key" PRIMARY KEY("point_id","weekday"),
	CONSTRAINT "stops_weekday" CHECK ("stops"."weekday" between 1 and 7)
);
--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "kinds" jsonb DEFAULT '["owner"]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "points" ADD COLUMN "kind" text DEFAULT 'general' NOT NULL;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "synonyms" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "links" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "price_cents" integer;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "currency" text;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "age_from" integer;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "age_until" integer;--> statement-breakpoint
ALTER TABLE "stops" ADD CONSTRAINT "stops_point_id_points_id_fk" FOREIGN KEY ("point_id") REFERENCES "public"."points"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_price_has_its_currency" CHECK ("services"."price_cents" is null or ("services"."price_cents" >= 0 and "services"."currency" is not null and "services"."currency" ~ '^[A-Z]{3}$'));--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_ages_in_order" CHECK (coalesce("services"."age_from", 0) >= 0 and coalesce("services"."age_from", 0) < coalesce("services"."age_until", 1000));