CREATE TABLE "day_totals" (
	"point_id" text NOT NULL,
	"day" date NOT NULL,
	"service_id" text NOT NULL,
	"web" smallint NOT NULL,
	"phone" smallint NOT NULL,
	"desk" smallint NOT NULL,
	"partner" smallint NOT NULL,
	"walk_in" smallint NOT NULL,
	"finished" smallint NOT NULL,
	"missed" smallint NOT NULL,
	"left" smallint NOT NULL,
	"sent" smallint NOT NULL,
	"simulated" boolean DEFAULT false NOT NULL,
	"wait_minutes" smallint[] NOT NULL,
	"said_minutes" smallint[] NOT NULL,
	CONSTRAINT "day_totals_key" PRIMARY KEY("point_id","day","service_id"),
	CONSTRAINT "day_totals_add_up" CHECK ("day_totals"."web" + "day_totals"."phone" + "day_totals"."desk" + "day_totals"."partner" + "day_totals"."walk_in" = "day_totals"."finished" + "day_totals"."missed" + "day_totals"."left" + "day_totals"."sent"),
	CONSTRAINT "day_totals_said_beside_wait" CHECK (cardinality("day_totals"."wait_minutes") = cardinality("day_totals"."said_minutes"))
);
--> statement-breakpoint
-- Halls that were closed before this table was there.
INSERT INTO "day_totals" (point_id, day, service_id, web, phone, desk, partner, walk_in, finished, missed, "left", sent, wait_minutes, said_minutes)
WITH told AS (
	SELECT l.point_id, h.day, (l.what->>'ticketId')::uuid AS id, min(l.at) FILTER (WHERE l.act <> 'close-day') AS called_at,
		coalesce(bool_or(l.act = 'close-day' AND l.what->>'from' = 'missed'), false) AS stayed_missed
	FROM halls h JOIN history l ON l.point_id = h.point_id AND l.stream = 'hall ' || h.day::text
	WHERE h.state = 'closed' AND l.act IN ('call', 'resume', 'close-day') GROUP BY 1, 2, 3
), one AS (
	SELECT t.point_id, t.day, t.service_ids[1] AS service_id, coalesce(a.channel, 'walk-in') AS channel,
		CASE WHEN told.stayed_missed THEN 'missed' ELSE t.state END AS state,
		CASE WHEN told.called_at IS NOT NULL THEN floor(greatest(0, extract(epoch FROM told.called_at - t.taken_at)) / 60)::smallint END AS wait, t.said_until::smallint AS said
	FROM halls h JOIN tickets t ON t.point_id = h.point_id AND t.day = h.day
		LEFT JOIN told ON told.point_id = t.point_id AND told.day = t.day AND told.id = t.id
		LEFT JOIN appointments a ON a.point_id = t.point_id AND a.id = t.appointment_id
	WHERE h.state = 'closed'
)
SELECT point_id, day, service_id, count(*) FILTER (WHERE channel = 'web'), count(*) FILTER (WHERE channel = 'phone'),
	count(*) FILTER (WHERE channel = 'desk'), count(*) FILTER (WHERE channel = 'partner'), count(*) FILTER (WHERE channel = 'walk-in'),
	count(*) FILTER (WHERE state = 'finished'), count(*) FILTER (WHERE state = 'missed'), count(*) FILTER (WHERE state = 'left'),
	count(*) FILTER (WHERE state = 'sent'), coalesce(array_agg(wait ORDER BY wait, said) FILTER (WHERE wait IS NOT NULL), '{}'),
	coalesce(array_agg(said ORDER BY wait, said) FILTER (WHERE wait IS NOT NULL), '{}')
FROM one GROUP BY 1, 2, 3;
