package org.mashhub.standalone;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.io.JsonEncoder;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.mashhub.hub.v1.Observation;

/**
 * A golden log: an area log as it was once written, and all that correlation made of it.
 * One line an entry; the log's schema lies beside it, so that later builds can read it.
 */
final class Golden {

	private static final JsonMapper JSON = new JsonMapper();

	private static final Path ROOT = Path.of("src/test/resources/golden");

	private static final Path BUILT = Path.of("target/golden");

	private final Path folder;

	Golden(String name) {
		this.folder = ROOT.resolve(name);
	}

	/** The stored log. */
	List<Observation> log() {
		try {
			Schema writer = new Schema.Parser().parse(Files.readString(this.folder.resolve("area-log.avsc")));
			SpecificDatumReader<Observation> reader = new SpecificDatumReader<>(writer, Observation.getClassSchema());
			List<Observation> log = new ArrayList<>();
			for (String line : Files.readAllLines(this.folder.resolve("area-log.jsonl"))) {
				log.add(reader.read(null, DecoderFactory.get().jsonDecoder(writer, line)));
			}
			return log;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read the golden log", ex);
		}
	}

	/** The stored outputs, by name. */
	Map<String, List<String>> outputs() {
		Map<String, List<String>> outputs = new TreeMap<>();
		for (String name : CorrelationReplay.OUTPUTS.keySet()) {
			try {
				outputs.put(name, Files.readAllLines(this.folder.resolve(name + ".jsonl")));
			}
			catch (IOException ex) {
				throw new UncheckedIOException("cannot read the golden " + name, ex);
			}
		}
		return outputs;
	}

	/**
	 * Where outputs differ from the stored ones, in few words; the outputs themselves are
	 * left in the build's folder, to be compared at leisure.
	 */
	List<String> differences(Map<String, List<String>> outputs) {
		List<String> differences = new ArrayList<>();
		Map<String, List<String>> stored = outputs();
		outputs.forEach((name, lines) -> {
			List<String> before = stored.getOrDefault(name, List.of());
			if (!lines.equals(before)) {
				Path now = BUILT.resolve(name + ".jsonl");
				write(now, lines);
				int line = 0;
				while (line < lines.size() && line < before.size() && lines.get(line).equals(before.get(line))) {
					line++;
				}
				differences
					.add("from line " + (line + 1) + ": diff " + this.folder.resolve(name + ".jsonl") + " " + now);
			}
		});
		return differences;
	}

	/** Stores a log and its schema. */
	void writeLog(List<Observation> log) {
		write("area-log.avsc", List.of(JSON.writerWithDefaultPrettyPrinter()
			.writeValueAsString(JSON.readTree(Observation.getClassSchema().toString()))));
		write("area-log.jsonl", log.stream().map(Golden::json).toList());
	}

	/** Stores what came of it. */
	void writeOutputs(Map<String, List<String>> outputs) {
		outputs.forEach((name, lines) -> write(name + ".jsonl", lines));
	}

	/** Outputs as lines, to be read by people and compared by tests. */
	static Map<String, List<String>> lines(Map<String, List<CorrelationReplay.Output>> outputs) {
		Map<String, List<String>> lines = new TreeMap<>();
		outputs.forEach((name, records) -> lines.put(name,
				records.stream()
					.map((record) -> "{\"key\":" + JSON.writeValueAsString(record.key()) + ",\"value\":"
							+ json(record.value()) + "}")
					.toList()));
		return lines;
	}

	private void write(String name, List<String> lines) {
		write(this.folder.resolve(name), lines);
	}

	private static void write(Path file, List<String> lines) {
		try {
			Files.createDirectories(file.toAbsolutePath().getParent());
			Files.writeString(file, lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot write " + file, ex);
		}
	}

	/** Avro's own JSON, its maps sorted. */
	static String json(SpecificRecord record) {
		try {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			JsonEncoder encoder = EncoderFactory.get().jsonEncoder(record.getSchema(), bytes);
			new SpecificDatumWriter<>(record.getSchema()).write(record, encoder);
			encoder.flush();
			JsonNode node = JSON.readTree(bytes.toString(StandardCharsets.UTF_8));
			return JSON.writeValueAsString(node);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot write a record as JSON", ex);
		}
	}

}
