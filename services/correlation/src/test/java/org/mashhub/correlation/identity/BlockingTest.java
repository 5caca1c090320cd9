package org.mashhub.correlation.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.mashhub.correlation.observation.Identifier;
import org.mashhub.correlation.observation.Mention;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who finds whom. Names are so common here, unless said otherwise, that a name alone
 * brings nobody together.
 */
class BlockingTest {

	private static final double COMMON = 0.05;

	private final Blocking blocking = blocking(COMMON, 900_000);

	@Test
	void hashesAsPublished() {
		// Fowler, Noll and Vo: test vectors of FNV-1a, 64 bits.
		assertThat(Blocking.hash("")).isEqualTo(0xcbf29ce484222325L);
		assertThat(Blocking.hash("a")).isEqualTo(0xaf63dc4c8601ec8cL);
		assertThat(Blocking.hash("foobar")).isEqualTo(0x85944171f73967e8L);
	}

	@Test
	void findsWhoeverHasTheSameNumber() {
		assertThat(meet(People.called("MARIE", "SMITH").numbered("CRN", "X1"),
				People.called("JOHN", "BROWN").numbered("CRN", "X1")))
			.isTrue();
		assertThat(meet(People.called("MARIE", "SMITH").numbered("CRN", "X1"),
				People.called("JOHN", "BROWN").numbered("UPN", "X1")))
			.isFalse();
		assertThat(meet(People.called("MARIE", "SMITH").misnumbered(Identifier.NHS_NUMBER, "9990000019"),
				People.called("JOHN", "BROWN").misnumbered(Identifier.NHS_NUMBER, "9990000019")))
			.isFalse();
	}

	@Test
	void findsADateOfBirthByTheBeginningOfEitherName() {
		assertThat(meet(People.called("MARIE", "SMITH").born("1990-05-04"),
				People.called("MARTHA", "BROWN").born("1990-05-04")))
			.isTrue();
		assertThat(meet(People.called("MARIE", "BROWN").born("1990-05-04"),
				People.called("JOHN", "BRAUN").born("1990-05-04")))
			.isTrue();
		assertThat(meet(People.called("MARIE", "SMITH").born("1990-05-04"),
				People.called("JOHN", "BROWN").born("1990-05-04")))
			.isFalse();
		assertThat(meet(People.called("MARIE", "SMITH").born("1990-05-04"),
				People.called("MARTHA", "BROWN").born("1991-05-04")))
			.isFalse();
	}

	@Test
	void findsBothNamesAsTheySoundWithHalfOfADate() {
		People right = People.called("MARIE", "BROWN").born("1990-05-04");

		assertThat(meet(right, People.called("MARY", "BRAUN").born("1990-11-23"))).isTrue();
		assertThat(meet(right, People.called("BRAUN", "MARY").born("1990-11-23"))).isTrue();
		assertThat(meet(right, People.called("MARY", "BRAUN").born("2001-05-04"))).isTrue();
		assertThat(meet(right, People.called("MARY", "BRAUN").born("2001-04-05"))).isTrue();
		assertThat(meet(right, People.called("BRAUN", "MARY").born("2001-04-05"))).isTrue();
		assertThat(meet(right, People.called("MARY", "BRAUN").born("2001-11-23"))).isFalse();
		assertThat(meet(right, People.called("JOHN", "BRAUN").born("1990-11-23"))).isFalse();
	}

	@Test
	void findsARareNameByItself() {
		People one = People.called("", "SMITH").phone("+447700900001");
		People other = People.called("", "SMYTH").phone("+447700900777");

		assertThat(meet(blocking(0.01, 4000), one, other)).isTrue();
		assertThat(meet(blocking(0.01, 4001), one, other)).isFalse();
	}

	@Test
	void findsTwoNamesThatAreRareTogether() {
		People one = People.called("MARIE", "SMITH");
		People other = People.called("SMITH", "MARIE");

		assertThat(meet(blocking(0.01, 400_000), one, other)).isTrue();
		assertThat(meet(blocking(0.01, 400_001), one, other)).isFalse();
	}

	@Test
	void findsOneNameWithHalfOfADateWhereTheNameIsRare() {
		People one = People.called("MARIE", "").born("1990-05-04");
		People ofMonth = People.called("MARIE", "").born("1990-05-23");
		People ofDay = People.called("MARIE", "").born("2001-05-04");

		assertThat(meet(blocking(0.02, 175_000), one, ofMonth)).isTrue();
		assertThat(meet(blocking(0.02, 175_001), one, ofMonth)).isFalse();
		assertThat(meet(blocking(0.02, 91_250), one, ofDay)).isTrue();
		assertThat(meet(blocking(0.02, 91_251), one, ofDay)).isFalse();
		assertThat(meet(blocking(0.02, 1000), one, People.called("MARIE", "").born("2001-11-23"))).isFalse();
	}

	@Test
	void findsOneFamilyNameWithHalfOfADateWhereTheNameIsRare() {
		People one = People.called("", "SMITH").born("1990-05-04");

		assertThat(meet(blocking(0.01, 180_000), one, People.called("", "SMITH").born("1990-05-23"))).isTrue();
		assertThat(meet(blocking(0.01, 180_000), one, People.called("", "SMITH").born("2001-05-04"))).isTrue();
		assertThat(meet(one, People.called("", "SMITH").born("1990-05-23"))).isFalse();
	}

	@Test
	void findsWhoeverIsInOneCompany() {
		People one = People.called("MARIE", "").beside("ORLA/BROWN");

		assertThat(meet(one, People.called("MARY", "SMITH").beside("JOHN/SMITH", "ORLA/BRAUN"))).isTrue();
		assertThat(meet(one, People.called("JOHN", "SMITH").beside("ORLA/BROWN"))).isFalse();
		assertThat(meet(one, People.called("MARIE", "SMITH").beside("LIAM/BROWN"))).isFalse();
		assertThat(meet(one, People.called("MARIE", "SMITH").beside("ORLA/"))).isFalse();
		assertThat(
				meet(People.called("", "SMITH").beside("ORLA/BROWN"), People.called("", "BROWN").beside("ORLA/BROWN")))
			.isFalse();
	}

	@Test
	void findsWhoeverLivesInOneHomeByInitialOrYear() {
		People one = People.called("MARIE", "SMITH").bornAbout(1990).at("home").at("former");

		assertThat(meet(one, People.called("MARTHA", "BROWN").at("former"))).isTrue();
		assertThat(meet(one, People.called("JOHN", "BROWN").bornAbout(1990).at("home"))).isTrue();
		assertThat(meet(one, People.called("JOHN", "BROWN").bornAbout(1991).at("home"))).isFalse();
		assertThat(meet(one, People.called("MARTHA", "BROWN").at("elsewhere"))).isFalse();
		assertThat(meet(People.called("", "SMITH").at("home"), People.called("", "BROWN").at("home"))).isFalse();
	}

	@Test
	void findsWhoeverSharesTwoWordsOfALooseAddress() {
		People one = People.called("MARIE", "SMITH").born("1990-05-04").words("12", "MILL", "LEEDS");

		assertThat(meet(one, People.called("MARTHA", "BROWN").words("MILL", "LEEDS"))).isTrue();
		assertThat(meet(one, People.called("JOHN", "SIMS").words("12", "MILL"))).isTrue();
		assertThat(meet(one, People.called("JOHN", "BROWN").born("2001-05-04").words("12", "MILL"))).isTrue();
		assertThat(meet(one, People.called("MARTHA", "BROWN").words("12", "LEEDS"))).isFalse();
		assertThat(meet(one, People.called("JOHN", "BROWN").words("12", "MILL"))).isFalse();
		assertThat(meet(one, People.called("MARTHA", "BROWN").words("LEEDS"))).isFalse();
	}

	@Test
	void goesByTheHomeWhereThereIsOneAndNotByItsWords() {
		assertThat(meet(People.called("MARIE", "SMITH").at("one").words("12", "MILL", "LEEDS"),
				People.called("MARTHA", "BROWN").at("two").words("12", "MILL", "LEEDS")))
			.isFalse();
	}

	@Test
	void findsAPostcodeByNameOrBirthday() {
		People one = People.called("MARIE", "SMITH").born("1990-05-04").postcode("ZZ991AA");

		assertThat(meet(one, People.called("MARY", "BROWN").postcode("ZZ991AA"))).isTrue();
		assertThat(meet(one, People.called("JOHN", "BROWN").born("2001-05-04").postcode("ZZ991AA"))).isTrue();
		assertThat(meet(one, People.called("JOHN", "BROWN").born("2001-05-05").postcode("ZZ991AA"))).isFalse();
		assertThat(meet(one, People.called("MARY", "BROWN").postcode("ZZ991AB"))).isFalse();
		assertThat(meet(People.called("", "SMITH").phone("+447700900001").postcode("ZZ991AA"),
				People.called("", "BROWN").phone("+447700900777").postcode("ZZ991AA")))
			.isFalse();
	}

	@Test
	void findsWhoeverHasOnePhoneOrMailbox() {
		assertThat(meet(People.called("MARIE", "SMITH").phone("+447700900001").phone("+447700900777"),
				People.called("JOHN", "BROWN").phone("+447700900777")))
			.isTrue();
		assertThat(meet(People.called("MARIE", "SMITH").email("blue.sky@example.com"),
				People.called("JOHN", "BROWN").email("blue.sky@another.org")))
			.isTrue();
		assertThat(meet(People.called("MARIE", "SMITH").email("blue.sky@example.com"),
				People.called("JOHN", "BROWN").email("red.rose@example.com")))
			.isFalse();
	}

	@Test
	void findsANameThatHasNoSoundInEnglishAsItIsWritten() {
		assertThat(meet(People.called("\u660e", "SMITH").postcode("ZZ991AA"),
				People.called("\u660e", "BROWN").postcode("ZZ991AA")))
			.isTrue();
		assertThat(meet(People.called("\u660e", "SMITH").postcode("ZZ991AA"),
				People.called("\u73e0", "BROWN").postcode("ZZ991AA")))
			.isFalse();
	}

	@Test
	void findsNobodyByAMereDescription() {
		Mention somebody = People.called("MARIE", "SMITH").phone("+447700900001").mention();
		Mention described = new Mention(somebody.id(), somebody.ref(), somebody.role(), somebody.particulars(), false,
				false, "a tall woman");

		assertThat(this.blocking.keys(somebody)).isNotEmpty();
		assertThat(this.blocking.keys(described)).isEmpty();
		assertThat(this.blocking.keys(People.called("MARIE", "").postcode("ZZ991AA").mention())).isEmpty();
	}

	/** A block is of a sound: it is as big as all names of that sound make it. */
	@Test
	void countsNamesOfOneSoundTogether() {
		Blocking oneSpelling = families(Map.of("ABSALOM", 0.00003));
		Blocking twoSpellings = families(Map.of("ABSALOM", 0.00003, "ABSOLOM", 0.00003));
		Blocking anotherSound = families(Map.of("ABSALOM", 0.00003, "ZELAZNY", 0.00003));
		People one = People.called("MARIE", "ABSALOM");
		People other = People.called("JOHN", "ABSOLOM");

		assertThat(meet(oneSpelling, one, other)).isTrue();
		assertThat(meet(twoSpellings, one, other)).isFalse();
		assertThat(meet(anotherSound, one, other)).isTrue();
	}

	@Test
	void meetsByNamesUsedForOneAnotherAndByAWholeNameThatSomebodyGoesBy() {
		Blocking rare = blocking(0.001, 900_000);

		assertThat(meet(rare, People.called("MIKE", "PIKE"), People.called("MICHAEL", "PIKE"))).isTrue();
		assertThat(meet(rare, People.called("MIKE", "PIKE"), People.called("DAVID", "PIKE"))).isFalse();
		assertThat(meet(rare, People.called("JASON", "PIKE").alias("JAMIE CARTER"), People.called("JAMIE", "CARTER")))
			.isTrue();
		assertThat(meet(rare, People.called("JASON", "PIKE").alias("JAMIE"), People.called("JAMIE", "CARTER")))
			.isFalse();
		assertThat(meet(blocking(0.01, 900_000), People.called("MIKE", "SMITH"), People.called("MICHAEL", "SMITH")))
			.isFalse();
	}

	private boolean meet(People one, People other) {
		return meet(this.blocking, one, other);
	}

	private static boolean meet(Blocking blocking, People one, People other) {
		Collection<String> shared = new ArrayList<>(blocking.keys(one.mention()));
		shared.retainAll(blocking.keys(other.mention()));
		return !shared.isEmpty();
	}

	/** Of family names as common as given, and of given names too common to be a key. */
	private static Blocking families(Map<String, Double> families) {
		return new Blocking(new Weights(new Parameters("test", 0.1, 0, 0, Map.of(), Map.of(),
				Map.of("MARIE", COMMON, "JOHN", COMMON), families, 0.00001)), 900_000);
	}

	/** Of names that are all as common. */
	private static Blocking blocking(double frequency, double mentions) {
		return new Blocking(
				new Weights(new Parameters("test", 0.1, 0, 0, Map.of(), Map.of(), Map.of(), Map.of(), frequency)),
				mentions);
	}

}
