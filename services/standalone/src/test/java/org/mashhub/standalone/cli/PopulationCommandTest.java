package org.mashhub.standalone.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mashhub.correlation.intake.HomeKeys;
import org.mashhub.correlation.intake.ObservationFactory;
import org.mashhub.hub.v1.AreaClock;
import org.mashhub.hub.v1.AreaEntry;
import org.mashhub.hub.v1.FactKind;
import org.mashhub.hub.v1.Observation;
import org.mashhub.hub.v1.ObservedPerson;
import org.mashhub.messaging.Contract;
import org.mashhub.messaging.Contracts;
import org.mashhub.population.PopulationEvents;
import org.mashhub.population.PublishedEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** What the command writes is what the hub takes in. */
class PopulationCommandTest {

	private static final AreaEntry AREA = AreaEntry.newBuilder()
		.setArea("trial")
		.setName("Trial")
		.setPartition(0)
		.setClock(AreaClock.SCENARIO)
		.build();

	@Test
	void intakeUnderstandsEveryEventAndFindsNoNumberInvalid(@TempDir Path directory) {
		ObservationFactory factory = new ObservationFactory(new HomeKeys("a secret"));
		Set<String> topics = new TreeSet<>();
		Set<FactKind> facts = EnumSet.noneOf(FactKind.class);

		int exit = Mash.commandLine()
			.execute("population", "generate", "--people", "1500", "--seed", "7", "--area", "trial", "--out",
					directory.toString());

		assertThat(exit).isZero();
		try (PopulationEvents events = new PopulationEvents(directory)) {
			while (events.hasNext()) {
				PublishedEvent event = events.next();
				SpecificRecord record = events.decode(event);
				Observation observation = factory.observe(record, AREA, event.at());
				topics.add(event.topic());
				observation.getFacts().forEach((fact) -> facts.add(fact.getKind()));
				for (ObservedPerson person : observation.getPeople()) {
					assertThat(person.getStandardised().getIdentifiers()).allMatch((number) -> number.getValid());
				}
			}
		}
		assertThat(Contracts.all().stream().map(Contract::topic)).containsAll(topics);
		assertThat(topics.size()).isGreaterThan(28);
		assertThat(facts).contains(FactKind.BIRTH_RECORDED, FactKind.RISK_INCIDENT, FactKind.STATUS_CHANGED,
				FactKind.MOVED, FactKind.ADULT_SEEN, FactKind.CUSTODY_CHANGED);
	}

	@Test
	void refusesAPopulationThatCannotBe(@TempDir Path directory) {
		int exit = Mash.commandLine()
			.execute("population", "generate", "--people", "12", "--out", directory.resolve("none").toString());

		assertThat(exit).isEqualTo(Mash.COULD_NOT);
		assertThat(Files.exists(directory.resolve("none"))).isFalse();
	}

}
