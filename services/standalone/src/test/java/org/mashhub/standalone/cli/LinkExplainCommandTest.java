package org.mashhub.standalone.cli;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class LinkExplainCommandTest {

	@Test
	void saysWhatSpokeForWhatAgainstAndWhoWasNextBest() {
		String words = LinkExplainCommand.words(new JsonMapper().readTree(
				"""
						{"personId": "p", "links": [
						  {"agency": "gp", "occurredAt": "2025-09-01T10:00:00Z", "sourceRecord": "gp/Y1/S/1", "outcome": "FOUNDED",
						   "explanation": "Nobody known agrees well enough: a person of its own.", "nextBest": null},
						  {"agency": "police", "occurredAt": "2025-10-01T10:00:00Z", "sourceRecord": "police/P/S/2",
						   "outcome": "JOINED", "bits": 12.34, "explanation": "The same person: ...",
						   "comparisons": [{"field": "date of birth", "level": "the same", "bits": 14.0},
						                   {"field": "address", "level": "another", "bits": -1.66}],
						   "nextBest": {"personId": "q", "bits": 3.0, "keptApart": "PROVEN",
						                "comparisons": [{"field": "given name", "level": "the same", "bits": 6.0}]}},
						  {"agency": "housing", "occurredAt": "2025-11-01T10:00:00Z", "sourceRecord": "housing/H/S/3",
						   "outcome": "JOINED", "bits": 4.5, "explanation": "The same person, as an officer has answered.",
						   "comparisons": []}],
						 "questions": [{"reviewId": "r", "bits": 2.0, "text": "One person or two?"}]}
						"""));

		assertThat(words).isEqualTo("""
				Person p: 3 records

				2025-09-01  gp  gp/Y1/S/1
				  Nobody known agrees well enough: a person of its own.

				2025-10-01  police  police/P/S/2
				  The same person, +12.3 bits
				    for        +14.0  date of birth the same
				    against     -1.7  address another
				  next best: q, +3.0 bits: proven to be somebody else
				      for       +6.0  given name the same

				2025-11-01  housing  housing/H/S/3
				  The same person, as an officer has answered; by the records alone +4.5 bits

				To be checked by an officer, +2.0 bits: r
				  One person or two?
				""");
	}

}
