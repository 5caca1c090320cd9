package org.mashhub.standalone;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.mashhub.hub.v1.AreaClock;
import org.mashhub.hub.v1.AreaEntry;
import org.mashhub.hub.v1.Observation;
import org.mashhub.hub.v1.ObservationApplied;
import org.mashhub.hub.v1.Provenance;
import org.mashhub.messaging.AvroSerializer;
import org.mashhub.messaging.Contracts;
import org.mashhub.standalone.scenario.Scenario;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * State is a function of the area log: what the running hub gave out is what its log,
 * replayed into empty state, gives out, ids included. A changed scenario, adapter or
 * intake writes another log; to store it as the golden one: <pre>
 * mvn test -pl services/standalone -Dtest=GoldenLogIT,GoldenLogTest -Dgolden.write=true
 * </pre>
 */
@ExtendWith(HubExtension.class)
class GoldenLogIT {

	static final String AREA = "scn-golden";

	private static final int PARTITION = 0;

	private final RunningHub hub;

	private final TopicReader topics;

	GoldenLogIT(RunningHub hub) {
		this.hub = hub;
		this.topics = new TopicReader(hub.hub().ports());
	}

	@Test
	void aReplayGivesWhatTheRunningHubGave() throws Exception {
		openArea();
		Storyteller story = new Storyteller(this.hub.client(), AREA);
		Scenario scenario = Scenario.read(RunningHub.scenarios().resolve("first-light"));
		story.declare(scenario);
		scenario.steps().forEach(story::take);

		List<TopicReader.Read<Observation>> log = this.topics.read(Observation.class)
			.stream()
			.filter((entry) -> entry.value().getArea().equals(AREA))
			.toList();
		List<Observation> entries = log.stream().map(TopicReader.Read::value).toList();
		Map<String, List<CorrelationReplay.Output>> live = live(entries.size());
		Map<String, List<CorrelationReplay.Output>> replayed = CorrelationReplay.run(entries, epoch(live));

		assertThat(log).extracting(TopicReader.Read::partition).as("one area, one partition").containsOnly(PARTITION);
		Map<String, List<String>> again = lines(replayed);
		lines(live).forEach((name, outputs) -> assertThat(outputs).as(name)
			.containsExactlyInAnyOrderElementsOf(again.getOrDefault(name, List.of())));
		if (Boolean.getBoolean("golden.write")) {
			Golden golden = new Golden("first-light");
			golden.writeLog(entries);
			golden.writeOutputs(Golden.lines(CorrelationReplay.run(entries, GoldenLogTest.EPOCH)));
		}
	}

	/** Ids depend on the area's code, so it is not one that the hub makes up. */
	private void openArea() throws ExecutionException, InterruptedException {
		Infrastructure infrastructure = this.hub.hub().infrastructure();
		Map<String, Object> settings = Map.of("bootstrap.servers", infrastructure.broker().bootstrapServers(),
				"schema.registry.url", infrastructure.registry().url());
		AvroSerializer values = new AvroSerializer();
		values.configure(settings, false);
		try (KafkaProducer<String, SpecificRecord> producer = new KafkaProducer<>(settings, new StringSerializer(),
				values)) {
			producer
				.send(new ProducerRecord<>(Contracts.topicOf(AreaEntry.class), AREA,
						AreaEntry.newBuilder()
							.setArea(AREA)
							.setName("Fictional area of the golden log")
							.setPartition(PARTITION)
							.setClock(AreaClock.SCENARIO)
							.build()))
				.get();
		}
	}

	private Map<String, List<CorrelationReplay.Output>> live(int entries) {
		Awaitility.await("all entries applied")
			.until(() -> this.topics.values(ObservationApplied.class)
				.filter((applied) -> applied.getProvenance().getArea().equals(AREA))
				.count() == entries);
		Map<String, List<CorrelationReplay.Output>> outputs = new TreeMap<>();
		CorrelationReplay.OUTPUTS.forEach((name, type) -> outputs.put(name,
				this.topics.read(type)
					.stream()
					.filter((record) -> record.value().get(0) instanceof Provenance provenance
							&& provenance.getArea().equals(AREA))
					.map((record) -> new CorrelationReplay.Output(record.key(), record.value()))
					.toList()));
		return outputs;
	}

	private static String epoch(Map<String, List<CorrelationReplay.Output>> outputs) {
		return outputs.getOrDefault("applied", List.of())
			.stream()
			.map((output) -> ((ObservationApplied) output.value()).getProvenance().getEpoch())
			.findFirst()
			.orElseThrow();
	}

	/** A replay has no gaps between offsets where transactions ended. */
	private static Map<String, List<String>> lines(Map<String, List<CorrelationReplay.Output>> outputs) {
		Map<String, List<CorrelationReplay.Output>> regardlessOfOffsets = new TreeMap<>();
		outputs.forEach((name, each) -> regardlessOfOffsets.put(name, each.stream()
			.map((output) -> (output.value() instanceof ObservationApplied applied) ? new CorrelationReplay.Output(
					output.key(), ObservationApplied.newBuilder(applied).setOffset(0).setPartition(0).build()) : output)
			.toList()));
		return Golden.lines(regardlessOfOffsets);
	}

}
