CREATE TABLE "rolled_totals" (
	"week" date NOT NULL,
	"by" text NOT NULL,
	"id" text NOT NULL,
	"web" integer NOT NULL,
	"phone" integer NOT NULL,
	"desk" integer NOT NULL,
	"partner" integer NOT NULL,
	"walk_in" integer NOT NULL,
	"finished" integer NOT NULL,
	"missed" integer NOT NULL,
	"left" integer NOT NULL,
	"sent" integer NOT NULL,
	"simulated" boolean NOT NULL,
	"wait_minutes" smallint[] NOT NULL,
	"wait_tickets" integer[] NOT NULL,
	"told_tickets" integer[] NOT NULL,
	"said_minutes" smallint[] NOT NULL,
	"said_tickets" integer[] NOT NULL,
	"kept" integer NOT NULL,
	CONSTRAINT "rolled_totals_key" PRIMARY KEY("week","by","id"),
	CONSTRAINT "rolled_totals_by" CHECK ("rolled_totals"."by" in ('day', 'point', 'service')),
	CONSTRAINT "rolled_totals_add_up" CHECK ("rolled_totals"."web" + "rolled_totals"."phone" + "rolled_totals"."desk" + "rolled_totals"."partner" + "rolled_totals"."walk_in" = "rolled_totals"."finished" + "rolled_totals"."missed" + "rolled_totals"."left" + "rolled_totals"."sent"),
	CONSTRAINT "rolled_totals_tickets_beside_minutes" CHECK (cardinality("rolled_totals"."wait_minutes") = cardinality("rolled_totals"."wait_tickets") and cardinality("rolled_totals"."wait_minutes") = cardinality("rolled_totals"."told_tickets") and cardinality("rolled_totals"."said_minutes") = cardinality("rolled_totals"."said_tickets"))
);
--> statement-breakpoint
CREATE TABLE "rolled_weeks" (
	"week" date NOT NULL,
	"stale" boolean NOT NULL,
	CONSTRAINT "rolled_weeks_key" PRIMARY KEY("week")
);
