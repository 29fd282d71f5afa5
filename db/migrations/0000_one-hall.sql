CREATE TABLE "devices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"point_id" text NOT NULL,
	"kind" text NOT NULL,
	"number" integer NOT NULL,
	"token_hash" text,
	"enrol_hash" text,
	"enrol_until" timestamptz,
	"paper" text DEFAULT 'unknown' NOT NULL,
	"seen_at" timestamptz,
	CONSTRAINT "devices_number_unique" UNIQUE("point_id","kind","number"),
	CONSTRAINT "devices_kind" CHECK ("devices"."kind" in ('kiosk', 'display')),
	CONSTRAINT "devices_number" CHECK ("devices"."number" between 1 and 99)
);
--> statement-breakpoint
CREATE TABLE "roles" (
	"staff_id" uuid NOT NULL,
	"role" text NOT NULL,
	"scope" text NOT NULL,
	CONSTRAINT "roles_key" PRIMARY KEY("staff_id","role","scope"),
	CONSTRAINT "roles_role" CHECK ("roles"."role" in ('clerk', 'point-manager', 'network-manager', 'admin'))
);
--> statement-breakpoint
CREATE TABLE "sign_ins" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"started_at" timestamptz NOT NULL,
	"until_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" uuid PRIMARY KEY NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"language" text DEFAULT 'nl' NOT NULL,
	"disabled_at" timestamptz,
	CONSTRAINT "staff_subject_unique" UNIQUE("issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "appointments" (
	"point_id" text NOT NULL,
	"id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"state" text NOT NULL,
	"service_ids" text[] NOT NULL,
	"people" integer NOT NULL,
	"language" text NOT NULL,
	"channel" text NOT NULL,
	"shift_id" uuid NOT NULL,
	"day" date NOT NULL,
	"quantum" integer NOT NULL,
	"quanta" integer NOT NULL,
	"starts_at" timestamptz NOT NULL,
	"ends_at" timestamptz NOT NULL,
	"wall_time" text NOT NULL,
	"zone" text NOT NULL,
	"until_at" timestamptz,
	"sequence" integer NOT NULL,
	"generation" integer NOT NULL,
	"replaces" jsonb,
	"ticket_id" uuid,
	"created_at" timestamptz NOT NULL,
	"seats" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "appointments_key" PRIMARY KEY("point_id","id"),
	CONSTRAINT "appointments_state" CHECK ("appointments"."state" in ('held', 'unconfirmed', 'booked', 'arrived', 'cancelled', 'missed', 'expired')),
	CONSTRAINT "appointments_length" CHECK ("appointments"."quanta" between 1 and 300 and "appointments"."ends_at" > "appointments"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "calendars" (
	"point_id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 0 NOT NULL,
	"planned_until" date
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"point_id" text NOT NULL,
	"visit_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"phone" text,
	"erase_on" date NOT NULL,
	CONSTRAINT "contacts_key" PRIMARY KEY("point_id","visit_id")
);
--> statement-breakpoint
CREATE TABLE "shift_days" (
	"point_id" text NOT NULL,
	"shift_id" uuid NOT NULL,
	"day" date NOT NULL,
	"kind" text NOT NULL,
	"service_ids" text[] NOT NULL,
	"channels" text[] NOT NULL,
	"open" integer[] NOT NULL,
	"busy" integer[] NOT NULL,
	"seats" integer NOT NULL,
	"taken" jsonb NOT NULL,
	CONSTRAINT "shift_days_key" PRIMARY KEY("point_id","shift_id","day"),
	CONSTRAINT "shift_days_words" CHECK (cardinality("shift_days"."open") = 10 and cardinality("shift_days"."busy") = 10)
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"point_id" text NOT NULL,
	"id" integer NOT NULL,
	"service_ids" jsonb NOT NULL,
	CONSTRAINT "counters_key" PRIMARY KEY("point_id","id"),
	CONSTRAINT "counters_number" CHECK ("counters"."id" between 1 and 99)
);
--> statement-breakpoint
CREATE TABLE "diversions" (
	"point_id" text NOT NULL,
	"id" uuid NOT NULL,
	"to_point_id" text NOT NULL,
	"service_ids" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"started_at" timestamptz NOT NULL,
	"until_at" timestamptz NOT NULL,
	"min_gain_minutes" integer DEFAULT 10 NOT NULL,
	"ended_at" timestamptz,
	"staff_id" uuid NOT NULL,
	CONSTRAINT "diversions_key" PRIMARY KEY("point_id","id"),
	CONSTRAINT "diversions_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text PRIMARY KEY NOT NULL,
	"names" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "point_services" (
	"point_id" text NOT NULL,
	"service_id" text NOT NULL,
	"place" integer NOT NULL,
	"series" text DEFAULT 'A' NOT NULL,
	"walk_in" boolean DEFAULT true NOT NULL,
	"bookable" boolean DEFAULT true NOT NULL,
	CONSTRAINT "point_services_key" PRIMARY KEY("point_id","service_id"),
	CONSTRAINT "point_services_series_is_a_letter" CHECK ("point_services"."series" ~ '^[A-HJ-MPR-Z]$')
);
--> statement-breakpoint
CREATE TABLE "points" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"external_id" text,
	"name" text NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"postal_code" text DEFAULT '' NOT NULL,
	"district" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"latitude" double precision,
	"longitude" double precision,
	"zone" text NOT NULL,
	"languages" jsonb DEFAULT '["nl","en","ar"]'::jsonb NOT NULL,
	"openings" jsonb NOT NULL,
	"policy" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"grid_minutes" integer DEFAULT 15 NOT NULL,
	"hold_minutes" integer DEFAULT 10 NOT NULL,
	"cool_minutes" integer DEFAULT 10 NOT NULL,
	"lead_minutes" integer DEFAULT 30 NOT NULL,
	"horizon_days" integer DEFAULT 60 NOT NULL,
	"people_max" integer DEFAULT 8 NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "points_external_id_unique" UNIQUE("external_id"),
	CONSTRAINT "points_grid_divides_the_hour" CHECK (60 % "points"."grid_minutes" = 0)
);
--> statement-breakpoint
CREATE TABLE "services" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"names" jsonb NOT NULL,
	"explanations" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"bring" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"icon" text DEFAULT 'document' NOT NULL,
	"base_minutes" integer NOT NULL,
	"extra_minutes" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shifts" (
	"point_id" text NOT NULL,
	"id" uuid NOT NULL,
	"kind" text DEFAULT 'counter' NOT NULL,
	"weekdays" jsonb NOT NULL,
	"from_time" text NOT NULL,
	"until_time" text NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date,
	"service_ids" jsonb NOT NULL,
	"channels" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"seats" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "shifts_key" PRIMARY KEY("point_id","id")
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"point_id" text NOT NULL,
	"key" uuid NOT NULL,
	"fingerprint" text NOT NULL,
	"ids" jsonb NOT NULL,
	"at" timestamptz NOT NULL,
	CONSTRAINT "answers_key" PRIMARY KEY("point_id","key")
);
--> statement-breakpoint
CREATE TABLE "hall_counters" (
	"point_id" text NOT NULL,
	"day" date NOT NULL,
	"id" integer NOT NULL,
	"state" text NOT NULL,
	"service_ids" text[] NOT NULL,
	"staff_id" uuid,
	"ticket_id" uuid,
	"since_at" timestamptz,
	CONSTRAINT "hall_counters_key" PRIMARY KEY("point_id","day","id"),
	CONSTRAINT "hall_counters_state" CHECK ("hall_counters"."state" in ('closed', 'open', 'paused'))
);
--> statement-breakpoint
CREATE TABLE "hall_series" (
	"point_id" text NOT NULL,
	"day" date NOT NULL,
	"series" text NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "hall_series_key" PRIMARY KEY("point_id","day","series")
);
--> statement-breakpoint
CREATE TABLE "halls" (
	"point_id" text NOT NULL,
	"day" date NOT NULL,
	"version" bigint DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	CONSTRAINT "halls_key" PRIMARY KEY("point_id","day"),
	CONSTRAINT "halls_state" CHECK ("halls"."state" in ('open', 'closed'))
);
--> statement-breakpoint
CREATE TABLE "history" (
	"point_id" text NOT NULL,
	"stream" text NOT NULL,
	"version" bigint NOT NULL,
	"line" integer NOT NULL,
	"at" timestamptz NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"act" text NOT NULL,
	"what" jsonb NOT NULL,
	"seal" text,
	CONSTRAINT "history_key" PRIMARY KEY("point_id","stream","version","line")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"point_id" text NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"visit_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"due_at" timestamptz NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamptz,
	"failed" text,
	CONSTRAINT "outbox_key" PRIMARY KEY("point_id","id"),
	CONSTRAINT "outbox_one_message" UNIQUE("point_id","visit_id","kind","sequence")
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"point_id" text NOT NULL,
	"id" uuid NOT NULL,
	"day" date NOT NULL,
	"series" text NOT NULL,
	"number" integer NOT NULL,
	"voided" text,
	"state" text NOT NULL,
	"service_ids" text[] NOT NULL,
	"people" integer NOT NULL,
	"language" text NOT NULL,
	"origin" text NOT NULL,
	"taken_at" timestamptz NOT NULL,
	"rank_at" timestamptz NOT NULL,
	"priority" integer NOT NULL,
	"visit_id" uuid NOT NULL,
	"appointment_id" uuid,
	"appointment_at" timestamptz,
	"counter_id" integer,
	"only_counter_id" integer,
	"calls" integer NOT NULL,
	"called_at" timestamptz,
	"started_at" timestamptz,
	"ended_at" timestamptz,
	"said_from" integer,
	"said_until" integer,
	"reason" text,
	"other_point_id" text,
	CONSTRAINT "tickets_key" PRIMARY KEY("point_id","id"),
	CONSTRAINT "tickets_label_unique" UNIQUE("point_id","day","series","number"),
	CONSTRAINT "tickets_state" CHECK ("tickets"."state" in ('waiting', 'called', 'serving', 'parked', 'finished', 'missed', 'left', 'sent')),
	CONSTRAINT "tickets_counter_when_called" CHECK (("tickets"."state" in ('called', 'serving')) <= ("tickets"."counter_id" is not null)),
	CONSTRAINT "tickets_people" CHECK ("tickets"."people" between 1 and 99)
);
--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counters" ADD CONSTRAINT "counters_point_id_points_id_fk" FOREIGN KEY ("point_id") REFERENCES "public"."points"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diversions" ADD CONSTRAINT "diversions_point_id_points_id_fk" FOREIGN KEY ("point_id") REFERENCES "public"."points"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diversions" ADD CONSTRAINT "diversions_to_point_id_points_id_fk" FOREIGN KEY ("to_point_id") REFERENCES "public"."points"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "point_services" ADD CONSTRAINT "point_services_point_id_points_id_fk" FOREIGN KEY ("point_id") REFERENCES "public"."points"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "point_services" ADD CONSTRAINT "point_services_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "points" ADD CONSTRAINT "points_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_point_id_points_id_fk" FOREIGN KEY ("point_id") REFERENCES "public"."points"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "devices_token_unique" ON "devices" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "devices_enrol_unique" ON "devices" USING btree ("enrol_hash");--> statement-breakpoint
CREATE INDEX "sign_ins_staff" ON "sign_ins" USING btree ("staff_id");--> statement-breakpoint
CREATE UNIQUE INDEX "appointments_one_at_a_start" ON "appointments" USING btree ("point_id","shift_id","day","quantum") WHERE seats = 0 and state in ('held', 'unconfirmed', 'booked', 'arrived');--> statement-breakpoint
CREATE INDEX "appointments_visit" ON "appointments" USING btree ("visit_id");--> statement-breakpoint
CREATE INDEX "appointments_reference" ON "appointments" USING btree ("point_id","reference");--> statement-breakpoint
CREATE INDEX "appointments_day" ON "appointments" USING btree ("point_id","day");--> statement-breakpoint
CREATE INDEX "appointments_until" ON "appointments" USING btree ("until_at") WHERE until_at is not null;--> statement-breakpoint
CREATE INDEX "contacts_erase_on" ON "contacts" USING btree ("erase_on");--> statement-breakpoint
CREATE INDEX "shift_days_by_day" ON "shift_days" USING btree ("point_id","day");--> statement-breakpoint
CREATE INDEX "answers_at" ON "answers" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "hall_counters_one_place_for_a_ticket" ON "hall_counters" USING btree ("point_id","day","ticket_id") WHERE ticket_id is not null;--> statement-breakpoint
CREATE INDEX "history_unsealed" ON "history" USING btree ("point_id","at") WHERE seal is null;--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("due_at") WHERE sent_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_one_at_a_counter" ON "tickets" USING btree ("point_id","day","counter_id") WHERE state in ('called', 'serving');--> statement-breakpoint
-- Rows that change many times a minute keep room on their page, so that an update touches no index.
ALTER TABLE "halls" SET (fillfactor = 20);--> statement-breakpoint
ALTER TABLE "calendars" SET (fillfactor = 20);--> statement-breakpoint
ALTER TABLE "hall_series" SET (fillfactor = 20);--> statement-breakpoint
ALTER TABLE "hall_counters" SET (fillfactor = 50);--> statement-breakpoint
ALTER TABLE "shift_days" SET (fillfactor = 50);
