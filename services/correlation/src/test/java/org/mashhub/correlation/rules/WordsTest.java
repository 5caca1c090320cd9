package org.mashhub.correlation.rules;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.mashhub.correlation.family.Certainty;
import org.mashhub.correlation.family.Path;
import org.mashhub.correlation.family.Step;
import org.mashhub.correlation.family.StepKind;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.observation.Sex;
import org.mashhub.correlation.picture.ConnectedAdult;
import org.mashhub.correlation.picture.PersonSummary;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{child} was not seen.                            | A child and Child B was not seen.
					nobody saw {child}                               | nobody saw a child and Child B
					It is known. {child} lives there with {child}.   | It is known. A child and Child B lives there with a child and Child B.
					nothing of anybody                               | nothing of anybody
					""")
	void namesAChildWithoutANameByTheSentenceItStandsIn(String line, String named) {
		assertThat(Words.naming(line, Finding.CHILD, List.of("A child", "Child B"), "and")).isEqualTo(named);
	}

	@ParameterizedTest
	@CsvSource({ "A child, parent of a child", "Child A, parent of Child A", "{child}, parent of {child}" })
	void saysWhoseParentSomebodyIs(String child, String relation) {
		assertThat(Words.relation(parent(), child)).isEqualTo(relation);
	}

	@Test
	void joinsChildrenAtTheBeginningOfASentence() {
		assertThat(Words.beginning(List.of("A child (1 of 2)", "A child (2 of 2)"), "or"))
			.isEqualTo("A child (1 of 2) or a child (2 of 2)");
	}

	private static ConnectedAdult parent() {
		PersonId person = new PersonId(new UUID(0, 1));
		PersonSummary summary = new PersonSummary(person, new MentionId(new UUID(0, 1)), "Kelly", null, null,
				Sex.FEMALE, false, null, null, false);
		Step parent = new Step(StepKind.PARENT, person, Certainty.CONFIRMED, null, false, List.of(), List.of());
		return new ConnectedAdult(summary, false, true, new Path(List.of(parent)), List.of(), List.of(), List.of());
	}

}
