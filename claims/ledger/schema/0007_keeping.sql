-- Whatever refers to an event is looked for when a server is erased, and when a decision is undone.
CREATE INDEX evidence_by_event ON evidence (brought_with);
CREATE INDEX evidence_by_withdrawal ON evidence (withdrawn_by) WHERE withdrawn_by IS NOT NULL;
CREATE INDEX event_by_undo ON event (undone) WHERE undone IS NOT NULL;
