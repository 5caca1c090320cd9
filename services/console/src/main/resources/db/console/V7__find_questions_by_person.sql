-- An area of many years has thousands of open questions: a list shows the strongest, a person's page its own.
CREATE INDEX link_review_strongest ON link_review (CAST(body ->> 'bits' AS float) DESC, review_id) WHERE open;
CREATE INDEX link_review_by_person ON link_review ((body ->> 'personId')) WHERE open;
CREATE INDEX link_review_by_other_person ON link_review ((body ->> 'otherPersonId')) WHERE open;
