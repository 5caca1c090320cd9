package org.mashhub.standalone;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.mashhub.hub.v1.Observation;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The area log that first light once wrote gives what it gave then, ids included. A
 * change of behaviour shows here: look at the difference, and renew the outputs with
 * <pre>
 * mvn test -pl services/standalone -Dtest=GoldenLogTest -Dgolden.write=true
 * </pre>
 */
class GoldenLogTest {

	/** Stands for whatever the epoch is called: outputs are compared, not names. */
	static final String EPOCH = "golden";

	private final Golden golden = new Golden("first-light");

	@Test
	void givesTheGoldenOutputs() {
		List<Observation> log = this.golden.log();

		Map<String, List<String>> outputs = Golden.lines(CorrelationReplay.run(log, EPOCH));

		if (Boolean.getBoolean("golden.write")) {
			this.golden.writeOutputs(outputs);
		}
		Map<String, List<String>> stored = this.golden.outputs();
		assertThat(outputs.keySet()).isEqualTo(stored.keySet());
		List<String> differences = this.golden.differences(outputs);
		assertThat(differences).isEmpty();
	}

	@Test
	void holdsTheWholeStory() {
		Map<String, List<String>> stored = this.golden.outputs();

		assertThat(this.golden.log()).extracting(Observation::getArea).containsOnly(GoldenLogIT.AREA);
		assertThat(stored.get("applied")).hasSameSizeAs(this.golden.log());
		assertThat(stored.get("alerts")).isNotEmpty();
		assertThat(stored.get("pictures")).isNotEmpty();
		assertThat(stored.get("identity")).isNotEmpty();
		assertThat(stored.get("notices")).isNotEmpty();
		assertThat(stored.get("chronology")).isNotEmpty();
		assertThat(stored.get("quarantine")).isEmpty();
	}

	@Test
	void givesTheSameTwice() {
		List<Observation> log = this.golden.log();

		assertThat(Golden.lines(CorrelationReplay.run(log, EPOCH)))
			.isEqualTo(Golden.lines(CorrelationReplay.run(log, EPOCH)));
	}

}
