package org.mashhub.correlation.identity;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NicknamesTest {

	private final Nicknames nicknames = Nicknames.load();

	@Test
	void knowsNamesThatAreUsedForOneAnother() {
		assertThat(this.nicknames.related("DANIEL", "DAN")).isTrue();
		assertThat(this.nicknames.related("DAN", "DANNY")).isTrue();
		assertThat(this.nicknames.related("DAZ", "DARREN")).isTrue();
		assertThat(this.nicknames.related("DAZ", "DANIEL")).isTrue();
	}

	@Test
	void relatesNobodyByANameThatTwoHave() {
		assertThat(this.nicknames.related("NICKY", "NICOLA")).isTrue();
		assertThat(this.nicknames.related("NICKY", "NICHOLAS")).isTrue();
		assertThat(this.nicknames.related("NICOLA", "NICHOLAS")).isFalse();
		assertThat(this.nicknames.related("DARREN", "DANIEL")).isFalse();
	}

	@Test
	void knowsNothingOfOtherNames() {
		assertThat(this.nicknames.related("OKORO", "DAN")).isFalse();
		assertThat(this.nicknames.related("DAN", "OKORO")).isFalse();
		assertThat(this.nicknames.related("", "DAN")).isFalse();
	}

}
