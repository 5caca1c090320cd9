package org.mashhub.standalone.cli;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.StringNode;

import static org.assertj.core.api.Assertions.assertThat;

class UkTimeTest {

	@Test
	void tellsADayThatBeginsInSummerByLondonsClock() {
		StringNode midnight = StringNode.valueOf("2014-06-11T23:00:00Z");

		assertThat(UkTime.day(midnight)).isEqualTo("2014-06-12");
		assertThat(UkTime.minute(midnight)).isEqualTo("2014-06-12 00:00");
	}

	@Test
	void tellsADayInWinterAsItIs() {
		assertThat(UkTime.minute(StringNode.valueOf("2014-12-11T23:30:12.345Z"))).isEqualTo("2014-12-11 23:30");
	}

	@Test
	void saysNothingWhereThereIsNoTime() {
		assertThat(UkTime.day(MissingNode.getInstance())).isEmpty();
		assertThat(UkTime.minute(MissingNode.getInstance())).isEmpty();
	}

}
