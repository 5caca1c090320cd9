package org.mashhub.correlation.stream;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StateFormTest {

	@Test
	void describesWhatIsKeptDownToItsParts() {
		assertThat(StateForm.describe()).contains("AlertMemory=id:java.util.UUID")
			.contains("renewedIn:int")
			.contains("FeedMemory$Declaration=kinds:")
			.contains("org.mashhub.correlation.state.AlertContent$Evidence=")
			.contains("org.mashhub.correlation.observation.HandlingCode=[STANDARD");
	}

	@Test
	void changesWithAComponentOfAPart() {
		String before = StateForm.describe(List.of(Before.class));
		String after = StateForm.describe(List.of(After.class));

		assertThat(before).contains("Part=text:java.lang.String");
		assertThat(after).contains("OtherPart=text:java.lang.Stringcount:int");
	}

	record Part(String text) {

	}

	record OtherPart(String text, int count) {

	}

	record Before(List<Part> parts) {

	}

	record After(List<OtherPart> parts) {

	}

}
