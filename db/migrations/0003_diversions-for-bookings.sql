CREATE TABLE "left_as_is" (
	"point_id" text NOT NULL,
	"appointment_id" uuid NOT NULL,
	"at" timestamptz NOT NULL,
	"staff_id" uuid NOT NULL,
	CONSTRAINT "left_as_is_key" PRIMARY KEY("point_id","appointment_id")
);
--> statement-breakpoint
ALTER TABLE "diversions" ADD COLUMN "concerns" text DEFAULT 'walk-ins' NOT NULL;--> statement-breakpoint
ALTER TABLE "diversions" ADD CONSTRAINT "diversions_concerns" CHECK ("diversions"."concerns" in ('walk-ins', 'bookings', 'both'));