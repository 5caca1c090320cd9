package org.mashhub.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

import org.mashhub.correlation.area.EngineSettings;
import org.mashhub.correlation.family.FamilySettings;
import org.mashhub.correlation.identity.FellegiSunterModel;
import org.mashhub.correlation.identity.ModelFile;
import org.mashhub.correlation.rules.RuleBook;
import org.mashhub.correlation.rules.Thresholds;
import org.mashhub.correlation.rules.WorkingTime;
import org.mashhub.correlation.stream.Patience;
import org.mashhub.correlation.stream.StreamMetrics;
import org.mashhub.correlation.stream.Topologies;
import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.ChildPicture;
import org.mashhub.hub.v1.ChronologyEntry;
import org.mashhub.hub.v1.LinkRetracted;
import org.mashhub.hub.v1.LinkReview;
import org.mashhub.hub.v1.MentionLinked;
import org.mashhub.hub.v1.Observation;
import org.mashhub.hub.v1.ObservationApplied;
import org.mashhub.hub.v1.PersonSplit;
import org.mashhub.hub.v1.PersonsMerged;
import org.mashhub.hub.v1.QuarantinedRecord;
import org.mashhub.hub.v1.StatusNotice;
import org.mashhub.messaging.Contracts;
import org.mashhub.tracing.Traces;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * Feeds an area log into empty state, through the very topology that the service runs and
 * under the settings that it has by default.
 */
final class CorrelationReplay {

	/** What correlation gives out, by the name that people use for it. */
	static final Map<String, Class<? extends SpecificRecord>> OUTPUTS = new TreeMap<>(
			Map.ofEntries(Map.entry("identity", MentionLinked.class), Map.entry("merged", PersonsMerged.class),
					Map.entry("split", PersonSplit.class), Map.entry("retracted", LinkRetracted.class),
					Map.entry("reviews", LinkReview.class), Map.entry("pictures", ChildPicture.class),
					Map.entry("chronology", ChronologyEntry.class), Map.entry("alerts", Alert.class),
					Map.entry("notices", StatusNotice.class), Map.entry("applied", ObservationApplied.class),
					Map.entry("quarantine", QuarantinedRecord.class)));

	private CorrelationReplay() {
	}

	/**
	 * Replays a log.
	 * @param log entries in the order of their offsets
	 * @param epoch name of the epoch that is stamped on every output
	 * @return every output in its order, by name
	 */
	static Map<String, List<Output>> run(List<Observation> log, String epoch) {
		try {
			Path directory = Files.createTempDirectory("mash-replay");
			try (TopologyTestDriver driver = new TopologyTestDriver(
					new Topologies(OfflineSerde::deserializer, OfflineSerde::serializer, new Patience(),
							new StreamMetrics(new SimpleMeterRegistry()), Traces.off(), Duration.ofMillis(100))
						.correlation(settings(), epoch),
					configuration(directory))) {
				TestInputTopic<String, SpecificRecord> areaLog = driver.createInputTopic(
						Contracts.topicOf(Observation.class), new StringSerializer(), OfflineSerde.serializer());
				log.forEach((entry) -> areaLog.pipeInput(entry.getReceiptId().toString(), entry));
				Map<String, List<Output>> outputs = new TreeMap<>();
				OUTPUTS.forEach((name, type) -> outputs.put(name, read(driver, type)));
				return outputs;
			}
			finally {
				delete(directory);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot replay", ex);
		}
	}

	private static List<Output> read(TopologyTestDriver driver, Class<? extends SpecificRecord> type) {
		TestOutputTopic<String, SpecificRecord> topic = driver.createOutputTopic(Contracts.topicOf(type),
				new StringDeserializer(), OfflineSerde.deserializer());
		List<Output> outputs = new ArrayList<>();
		topic.readKeyValuesToList().forEach((output) -> outputs.add(new Output(output.key, output.value)));
		return outputs;
	}

	private static Properties configuration(Path directory) {
		Properties properties = new Properties();
		properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "replay");
		properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
		properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
		return properties;
	}

	/** The defaults of correlation.yml, which make up the epoch. */
	static EngineSettings settings() {
		PropertySource<?> file = defaults();
		return new EngineSettings(
				new FellegiSunterModel(ModelFile.builtIn(),
						new FellegiSunterModel.Thresholds(number(file, "edge-at"), number(file, "review-at"),
								number(file, "same-at")),
						number(file, "expected-mentions")),
				new FamilySettings(
						DurationStyle.detectAndParse(text(file, "stay-holds")), (int) number(file, "crowded-home")),
				new RuleBook(new Thresholds(Map.of())),
				new WorkingTime(ZoneId.of(text(file, "zone")), LocalTime.parse(text(file, "closing")),
						DurationStyle.detectAndParse(text(file, "red-within")),
						(int) number(file, "amber-working-days"), (int) number(file, "green-working-days")),
				Set.of(text(file, "urgent-statuses").split(",", -1)));
	}

	private static PropertySource<?> defaults() {
		try {
			return new YamlPropertySourceLoader().load("correlation", new ClassPathResource("correlation.yml"))
				.getFirst();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read correlation's settings", ex);
		}
	}

	private static double number(PropertySource<?> file, String key) {
		return Double.parseDouble(text(file, key));
	}

	private static String text(PropertySource<?> file, String key) {
		return String.valueOf(file.getProperty("hub.correlation." + key));
	}

	private static void delete(Path directory) throws IOException {
		try (Stream<Path> files = Files.walk(directory)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
	}

	/**
	 * One output.
	 *
	 * @param key its key
	 * @param value its content
	 */
	record Output(String key, SpecificRecord value) {
	}

}
