package org.mashhub.correlation.identity;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class ModelFileTest {

	private final Parameters builtIn = ModelFile.builtIn();

	@Test
	void readsWhatItWrites() throws IOException {
		String written = ModelFile.write(this.builtIn);

		assertThat(ModelFile.read(new StringReader(written))).isEqualTo(this.builtIn);
		assertThat(written).startsWith("# ").endsWith("\n").contains("version," + this.builtIn.version() + "\n");
	}

	@Test
	void writesTheCommonestNameFirstAndTheRestByLetters() {
		String written = ModelFile.write(new Parameters("test", 0.5, 0.25, 0.125, Map.of(), Map.of(),
				Map.of("BEN", 0.01, "ADA", 0.01, "ZOE", 0.02), Map.of("OKORO", 1.0 / 3), 1e-6));

		assertThat(written.lines()
			.filter((line) -> line.startsWith("given,") || line.startsWith("family,")
					|| line.matches("(version|same|household|twins|otherName),.*")))
			.containsExactly("version,test", "same,0.500000", "household,0.250000", "twins,0.125000",
					"otherName,1.00000e-06", "given,ZOE,0.0200000", "given,ADA,0.0100000", "given,BEN,0.0100000",
					"family,OKORO,0.333333");
		assertThat(written).contains("level,SEX_SAME,0.00000,0.00000\n");
	}

	@Test
	void passesOverRemarksAndEmptyLines() throws IOException {
		String text = "# a remark, with a comma\n\n   \n" + ModelFile.write(this.builtIn);

		assertThat(ModelFile.read(new StringReader(text))).isEqualTo(this.builtIn);
	}

	@Test
	void refusesAModelOfAnotherVersionOfTheHub() {
		String text = ModelFile.write(this.builtIn)
			.lines()
			.filter((line) -> !line.startsWith("level,SEX_SAME"))
			.reduce("", (all, line) -> all + line + "\n");

		assertThatIllegalArgumentException().isThrownBy(() -> ModelFile.read(new StringReader(text)))
			.withMessageContaining((Agreement.values().length - 1) + " of " + Agreement.values().length)
			.withMessageContaining("./mash link train");
	}

	@Test
	void saysWhichLineIsMissing() {
		for (String name : List.of("version", "same", "household", "twins", "otherName")) {
			String text = ModelFile.write(this.builtIn)
				.lines()
				.filter((line) -> !line.startsWith(name + ","))
				.reduce("", (all, line) -> all + line + "\n");

			assertThatIllegalArgumentException().isThrownBy(() -> ModelFile.read(new StringReader(text)))
				.withMessageContaining("'" + name + "'");
		}
	}

	@Test
	void comesWithAModelInWhichAgreementSpeaksForOnePerson() {
		for (Field field : Field.values()) {
			Agreement best = Agreement.of(field).getFirst();
			assertThat(this.builtIn.match().getOrDefault(best, 0.0)).as(field.words())
				.isGreaterThan(this.builtIn.random().getOrDefault(best, 1.0));
		}
		assertThat(this.builtIn.givenNames()).hasSizeGreaterThan(100);
		assertThat(this.builtIn.familyNames()).hasSizeGreaterThan(100);
	}

	@Test
	void servesAnotherNumberOfRecords() {
		Parameters learned = new Parameters("test", 0.5, 0.25, 0.125, Map.of(), Map.of(), Map.of("ADA", 0.5),
				Map.of("OKORO", 0.5), 1e-6);

		Parameters used = learned.forRecords(100, 1000);

		assertThat(used.same()).isEqualTo(0.05, within(1e-12));
		assertThat(used.household()).isEqualTo(0.025, within(1e-12));
		assertThat(used.twins()).isEqualTo(0.0125, within(1e-12));
		assertThat(used.givenNames()).isEqualTo(learned.givenNames());
		assertThat(used.otherName()).isEqualTo(learned.otherName());
	}

}
