package org.mashhub.population.names;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.mashhub.population.chance.Dice;

import static org.assertj.core.api.Assertions.assertThat;

class NamesTest {

	private final Naming naming = new Naming();

	private final Spelling spelling = new Spelling();

	@ParameterizedTest
	@EnumSource(Origin.class)
	void everyOriginHasEnoughNamesAndEachOnce(Origin origin) {
		for (Map.Entry<String, List<String>> section : Lists.sections(NamesTest.class, origin.resource()).entrySet()) {
			assertThat(section.getValue()).as("%s of %s", section.getKey(), origin).doesNotHaveDuplicates();
			assertThat(section.getValue().size()).as("%s of %s", section.getKey(), origin)
				.isGreaterThanOrEqualTo(section.getKey().startsWith("women") ? 10 : 60);
		}
	}

	@ParameterizedTest
	@EnumSource(Origin.class)
	void childrenOfEveryOriginAreNamedUnlikeTheirSiblings(Origin origin) {
		Dice dice = Dice.of(1, 2, 3);
		for (int family = 0; family < 200; family++) {
			Name mother = this.naming.adult(origin, true, 1985, dice);
			Name father = this.naming.adult(origin, false, 1983, dice);
			Name first = this.naming.child(origin, family % 2 == 0, 2012, mother, father, List.of(), dice);
			Name second = this.naming.child(origin, family % 2 == 0, 2015, mother, father, List.of(first.first()),
					dice);

			assertThat(second.first()).isNotBlank();
			assertThat(second.family()).isNotBlank();
			if (!Set.of("Mohammed", "Abdul").contains(second.first())) {
				assertThat(second.first()).isNotEqualTo(first.first());
			}
		}
	}

	@Test
	void womenOfPolishFamiliesBearTheirOwnForm() {
		assertThat(Slavic.womans("Kowalski", true)).isEqualTo("Kowalska");
		assertThat(Slavic.womans("Kazlauskas", true)).isEqualTo("Kazlauskienė");
		assertThat(Slavic.womans("Kazlauskas", false)).isEqualTo("Kazlauskaitė");
		assertThat(Slavic.womans("Novák", true)).isEqualTo("Nováková");
		assertThat(Slavic.womans("Nowak", true)).isEqualTo("Nowak");
		for (String name : List.of("Kowalski", "Ivanov", "Kazlauskas", "Bērziņš", "Černý", "Novák", "Nowak")) {
			assertThat(Slavic.mans(Slavic.womans(name, true))).isEqualTo(name);
		}
	}

	@Test
	void somaliChildrenBearTheNamesOfFatherAndGrandfather() {
		Name father = new Name(List.of("Ahmed", "Omar"), "Farah");
		Name mother = new Name(List.of("Hodan", "Ali"), "Jama");

		Name child = this.naming.child(Origin.SOMALI, true, 2015, mother, father, List.of(), Dice.of(1, 1, 1));

		assertThat(child.given().get(1)).isEqualTo("Ahmed");
		assertThat(child.family()).isEqualTo("Omar");
	}

	@Test
	void sikhMenAreSinghAndWomenKaur() {
		Name father = new Name(List.of("Harjit", "Singh"), "Gill");
		Name mother = new Name(List.of("Kiran", "Kaur"), "Sandhu");

		Name girl = this.naming.child(Origin.SIKH, true, 2015, mother, father, List.of(), Dice.of(1, 1, 1));

		assertThat(girl.given().get(1)).isEqualTo("Kaur");
		assertThat(girl.family()).isEqualTo("Gill");
	}

	@Test
	void somaliAndVietnameseWomenKeepTheirNames() {
		Name husband = new Name(List.of("Minh"), "Trần");
		for (int seed = 0; seed < 100; seed++) {
			assertThat(this.naming.married(new Name(List.of("Lan"), "Nguyễn"), Origin.VIETNAMESE, husband,
					Dice.of(seed, 1, 1)))
				.isEmpty();
		}
	}

	@Test
	void aNameIsMisspelledButNotBeyondRecognition() {
		Dice dice = Dice.of(5, 5, 5);
		Set<String> slips = new HashSet<>();
		for (int i = 0; i < 200; i++) {
			String slip = this.spelling.slip("Thompson", dice);
			assertThat(slip.charAt(0)).isEqualTo('T');
			assertThat(slip.length()).isBetween(7, 9);
			slips.add(slip);
		}
		assertThat(slips.size()).isGreaterThan(15);
		assertThat(this.spelling.byEar("Stephanie", Dice.of(1, 1, 1))).isNotEqualTo("Stephanie").startsWith("S");
		assertThat(this.spelling.plain("Małgorzata Đặng O'Brien")).isEqualTo("Malgorzata Dang O'Brien");
	}

	@Test
	void aNameWithSeveralSpellingsIsWrittenInAnotherOne() {
		Optional<String> other = this.spelling.other("Mohammed", Dice.of(1, 1, 1));

		assertThat(other).isPresent().get().asString().startsWith("M").isNotEqualTo("Mohammed");
		assertThat(this.spelling.other("Quarrington", Dice.of(1, 1, 1))).isEmpty();
		assertThat(this.spelling.nickname("Darren", Dice.of(1, 1, 1))).get().asString().startsWith("Da");
	}

}
