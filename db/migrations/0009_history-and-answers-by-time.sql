DROP INDEX "history_unsealed";--> statement-breakpoint
DROP INDEX "answers_at";--> statement-breakpoint
CREATE INDEX "history_at" ON "history" USING brin ("at");--> statement-breakpoint
CREATE INDEX "answers_at" ON "answers" USING brin ("at");