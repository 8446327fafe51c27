-- By which rule the splitter found a claim where it is made; '' where that was before, or by hand.
ALTER TABLE appearance ADD COLUMN rule TEXT NOT NULL DEFAULT '' CHECK (length(rule) <= 40);
