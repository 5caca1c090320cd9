package org.mashhub.standalone;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Makes of what agencies send what no agency should. */
final class HostileRequests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final int DEEP = 20_000;

	/** What may stand in place of any element of JSON. */
	private static final List<String> VALUES = List.of("null", "[]", "{}", "[[]]", "[null]", "-1", "0", "1e400",
			"-1e999999999", "123456789012345678901234567890", "0.1", "true", "\"\"", "\" \"", "\"\\u0000\"",
			"\"\\ud800\"", "\"\\u202eZqxMarlow\"", "\"Zqx\"", "\"Zqx'; DROP TABLE alert; --\"",
			"\"${jndi:ldap://127.0.0.1:1/Zqx}\"", "\"{}%s%n Zqx\"", "\"Zqx\\r\\nERROR forged\"", "\"9999-12-31\"",
			"\"0000-00-00\"", "\"+999999999-12-31T23:59:59Z\"", "\"-999999999-01-01\"", "\"0001-01-01T00:00:00Z\"",
			"\"2025-02-30\"", "\"2025-12-31T23:59:60Z\"", "\"2025-11-30T10:00:00+18:00\"", "\"1.00E+11\"",
			"\"" + "Zqx".repeat(30_000) + "\"", "[".repeat(DEEP) + "]".repeat(DEEP),
			"{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP), "{\"Zqx Marlow\":1}", "{\"reference\":\"#patient\"}",
			"{\"reference\":\"Patient/1\"}", "[{\"extension\":[{}]}]", "\"\\u00e9\\u0301\\ud83d\\udc76\"");

	/** What may stand anywhere in text. */
	private static final List<String> SNIPPETS = List.of("\"", "'", "\\", "{", "}", "[", "]", ",", ";", "|", "^", "~",
			"&", "\r", "\n", "\r\n", "\u0000", "\u000b", "\u001c\r", "\ufeff", "\u2028", "=cmd|' /C calc'!A0",
			"1.00E+11", "Zqx", "\"Zqx\n\"", "\"\"", ",,,,,,,,,,,,", "\\X0D\\", "\\.br\\", "\\H\\", "MSH|^~\\&|",
			"PID|1||9990000018", "-->", "<!--", "%00", "9".repeat(400), "Zqx".repeat(2_000), "\t".repeat(500),
			",".repeat(5_000), "|".repeat(5_000), "~".repeat(2_000));

	private static final List<String> XML = List.of(
			"<?xml version=\"1.0\"?><!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Patient xmlns=\"http://hl7.org/fhir\">"
					+ "<name><family value=\"&x;Zqx\"/></name></Patient>",
			"<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"Zqx\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c "
					+ "\"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e "
					+ "\"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\">]><Patient xmlns=\"http://hl7.org/fhir\"><id value=\"&e;\"/></Patient>",
			"<?xml version=\"1.0\"?><!DOCTYPE p SYSTEM \"http://127.0.0.1:1/Zqx.dtd\"><Bundle xmlns=\"http://hl7.org/fhir\"/>",
			"<Appointment xmlns=\"http://hl7.org/fhir\"><status value=\"noshow\"/></Appointment>");

	private static final List<String> TYPES = List.of("application/json", "application/fhir+json",
			"application/fhir+xml", "application/xml", "text/xml", "text/plain", "text/html", "text/csv",
			"text/csv;charset=utf-7", "text/csv;header=absent", "application/x-ndjson", "application/fhir+ndjson",
			"application/cloudevents+json", "application/hl7-v2", "x-application/hl7-v2+er7",
			"application/json;charset=UTF-16", "application/json;charset=nonsense", "application/json; charset=\"",
			"application/x-www-form-urlencoded", "application/octet-stream", "application/gzip", "multipart/form-data",
			"multipart/form-data; boundary=Zqx", "multipart/mixed; boundary=", "image/png", "*/*", "application/*", "a",
			"/", "json", "application/json, text/csv", "application/x-ndjson" + "x".repeat(2_000), "Zqx/Zqx");

	private static final List<String> CHARSETS = List.of("UTF-16", "UTF-16LE", "UTF-32", "ISO-8859-1", "windows-1252",
			"US-ASCII", "IBM1047", "Shift_JIS");

	private static final List<String> PATHS = List.of("/", "//", "/police", "/police/", "/police/Zqx",
			"/police/incidents/", "/police//incidents", "/police/%2e%2e/gp/fhir", "/police/incidents;a=b",
			"/police/incidents%00", "/police/%ff", "/gp/fhir/Zqx", "/gp/fhir/Patient/1", "/gp/fhir/Patient?_id=Zqx",
			"/gp/fhir/$export", "/hospital/fhir/Encounter/1", "/hospital/hl7/1", "/housing/tenancies",
			"/housing/tenancies?mode=snapshot", "/housing/tenancies?mode=snapshot&date=Zqx",
			"/housing/tenancies?mode=snapshot&date=2025-12-01&date=2025-12-02",
			"/housing/tenancies?mode=snapshot&date=-999999999-01-01",
			"/housing/tenancies?mode=Zqx&date=2025-12-01&confirm=Zqx", "/police/rejected/Zqx",
			"/police/rejected/00000000-0000-0000-0000-000000000000",
			"/police/rejected/00000000-0000-0000-0000-000000000000/mended", "/police/rejected/1/mended",
			"/police/feeds/1", "/police/rejected?Zqx=%25", "/v3/api-docs/Zqx", "/v3/api-docs.yaml", "/actuator/env",
			"/actuator/health/Zqx", "/error", "/police/incidents?" + "Zqx=1&".repeat(900));

	private static final List<Map.Entry<String, String>> HEADERS = List.of(Map.entry("Mash-Dry-Run", "Zqx"),
			Map.entry("Mash-Dry-Run", ""), Map.entry("Mash-Historic", "Zqx"), Map.entry("Mash-Historic", "TRUE"),
			Map.entry("Mash-Area", "Zqx"), Map.entry("Mash-Area", "scn-" + "a".repeat(61)),
			Map.entry("Mash-Record-State", "Zqx"), Map.entry("Mash-Record-State", "ENTERED_IN_ERROR"),
			Map.entry("Mash-Mapping", "Zqx"), Map.entry("Mash-Mapping", "YTogJmEgWyphLCAqYV0="),
			Map.entry("Mash-Mapping", "===="), Map.entry("Mash-Mapping", "Y29sdW1uczogWnF4"),
			Map.entry("Accept", "text/html"), Map.entry("Accept", "Zqx"), Map.entry("Accept", "application/fhir+xml"),
			Map.entry("Accept-Charset", "Zqx"), Map.entry("Accept-Language", "Zqx;q=Z"),
			Map.entry("Content-Encoding", "gzip"), Map.entry("Content-Encoding", "br"),
			Map.entry("Content-Encoding", "Zqx"), Map.entry("Origin", "http://Zqx.invalid"),
			Map.entry("Range", "bytes=Zqx"), Map.entry("If-None-Match", "Zqx"), Map.entry("X-Forwarded-For", "Zqx"),
			Map.entry("X-HTTP-Method-Override", "DELETE"), Map.entry("Cookie", "a=Zqx; \""),
			Map.entry("X-Zqx", "x".repeat(6_000)));

	private final List<HostileRequest> samples;

	HostileRequests(List<HostileRequest> samples) {
		this.samples = samples;
	}

	/** A record in JSON, something of which is something else. */
	Arbitrary<HostileRequest> records() {
		Arbitrary<List<Mutation>> mutations = mutations().list().ofMinSize(1).ofMaxSize(3);
		return Combinators.combine(json(), mutations)
			.as((sample, changes) -> sample.with(bytes(mutated(sample.text(), changes))));
	}

	/** Many records in one body, good ones and others. */
	Arbitrary<HostileRequest> batches() {
		Arbitrary<List<List<Mutation>>> lines = mutations().list().ofMaxSize(2).list().ofMinSize(1).ofMaxSize(12);
		return Combinators
			.combine(json().filter((sample) -> sample.method().equals("POST") && !sample.path().contains("/fhir/")),
					lines, Arbitraries.of("\n", "\r\n", "\r", "\n\n", "\u2028"), edits())
			.as((sample, changes, end,
					edits) -> edits
						.apply(sample
							.with("Content-Type",
									sample.isOf("application/fhir") ? "application/fhir+ndjson"
											: "application/x-ndjson")
							.with(bytes(changes.stream()
								.map((line) -> mutated(sample.text(), line))
								.collect(Collectors.joining(end))))));
	}

	/** A table whose text was changed anywhere. */
	Arbitrary<HostileRequest> tables() {
		return Combinators.combine(samples("text/csv"), edits()).as((sample, edits) -> edits.apply(sample));
	}

	/** A message whose text was changed anywhere. */
	Arbitrary<HostileRequest> messages() {
		return Combinators.combine(samples("application/hl7-v2"), edits()).as((sample, edits) -> edits.apply(sample));
	}

	/** Anything that was changed byte by byte, in another encoding, or packed. */
	Arbitrary<HostileRequest> bodies() {
		Arbitrary<UnaryOperator<HostileRequest>> recoded = Arbitraries.of(CHARSETS)
			.map((name) -> (sample) -> sample.with(sample.text().getBytes(Charset.forName(name))));
		Arbitrary<UnaryOperator<HostileRequest>> packed = Arbitraries
			.of(bomb(), gzip(bytes("{}")), bytes("{}"), deflated())
			.map((body) -> (sample) -> sample.with(body).with("Content-Encoding", "gzip"));
		Arbitrary<UnaryOperator<HostileRequest>> zipped = Arbitraries
			.just((sample) -> sample.with(gzip(sample.body())).with("Content-Encoding", "gzip"));
		return Combinators.combine(any(), Arbitraries.oneOf(edits(), edits(), recoded, packed, zipped))
			.as((sample, change) -> change.apply(sample));
	}

	/** Anything that says that it is something else. */
	Arbitrary<HostileRequest> types() {
		Arbitrary<UnaryOperator<HostileRequest>> body = Arbitraries.oneOf(Arbitraries.just(UnaryOperator.identity()),
				Arbitraries.of(XML).map((xml) -> (sample) -> sample.with(bytes(xml))),
				Arbitraries.just(HostileRequests::inParts),
				Arbitraries.just((sample) -> sample.with(bytes("Zqx=" + sample.text()))));
		return Combinators.combine(any(), Arbitraries.of(TYPES), body)
			.as((sample, type, change) -> change.apply(sample).with("Content-Type", type));
	}

	/** Requests that are odd before their body is read. */
	Arbitrary<HostileRequest> requests() {
		Arbitrary<UnaryOperator<HostileRequest>> path = Arbitraries.of(PATHS)
			.map((other) -> (sample) -> sample.withPath(other));
		Arbitrary<UnaryOperator<HostileRequest>> method = Arbitraries
			.of("GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "PROPFIND")
			.map((other) -> (sample) -> sample.withMethod(other));
		Arbitrary<UnaryOperator<HostileRequest>> header = Arbitraries.of(HEADERS)
			.map((other) -> (sample) -> sample.with(other.getKey(), other.getValue()));
		Arbitrary<UnaryOperator<HostileRequest>> one = Arbitraries.oneOf(path, method, header, header);
		return Combinators.combine(any(), one.list().ofMinSize(1).ofMaxSize(3)).as((sample, changes) -> {
			HostileRequest changed = sample;
			for (UnaryOperator<HostileRequest> change : changes) {
				changed = change.apply(changed);
			}
			return changed;
		});
	}

	private Arbitrary<HostileRequest> any() {
		return Arbitraries.of(this.samples);
	}

	private Arbitrary<HostileRequest> json() {
		return Arbitraries.of(this.samples.stream().filter(HostileRequest::isJson).toList());
	}

	private Arbitrary<HostileRequest> samples(String type) {
		return Arbitraries.of(this.samples.stream().filter((sample) -> sample.isOf(type)).toList());
	}

	// --- JSON
	// ------------------------------------------------------------------------------

	private static Arbitrary<Mutation> mutations() {
		Arbitrary<Change> change = Arbitraries.frequencyOf(
				net.jqwik.api.Tuple.of(8, Arbitraries.of(VALUES).map((value) -> new Change(Kind.REPLACE, value))),
				net.jqwik.api.Tuple.of(2,
						Arbitraries.of(Kind.REMOVE, Kind.DOUBLE, Kind.WRAP, Kind.REPEAT)
							.map((kind) -> new Change(kind, ""))),
				net.jqwik.api.Tuple.of(1, Arbitraries.of("Zqx Marlow", "id", "__proto__", "@type", "")
					.map((name) -> new Change(Kind.ADD, name))));
		return Combinators.combine(Arbitraries.integers().between(0, 400), change).as(Mutation::new);
	}

	private static String mutated(String text, List<Mutation> mutations) {
		String mutated = text;
		for (Mutation mutation : mutations) {
			if (mutated.length() < 200_000) {
				mutated = mutated(mutated, mutation);
			}
		}
		return mutated;
	}

	/** Leaves alone what an earlier mutation has made unreadable. */
	private static String mutated(String text, Mutation mutation) {
		JsonNode root;
		try {
			root = JSON.readTree(text);
		}
		catch (RuntimeException ex) {
			return text;
		}
		List<Runnable> places = new ArrayList<>();
		visit(root, mutation.change(), places);
		if (places.isEmpty()) {
			return text;
		}
		places.get(mutation.place() % places.size()).run();
		return JSON.writeValueAsString(root);
	}

	private static void visit(JsonNode node, Change change, List<Runnable> places) {
		if (node instanceof ObjectNode object) {
			for (String name : List.copyOf(object.propertyNames())) {
				JsonNode value = object.get(name);
				places.add(() -> apply(object, name, value, change));
				visit(value, change, places);
			}
		}
		else if (node instanceof ArrayNode array) {
			array.forEach((item) -> visit(item, change, places));
		}
	}

	private static void apply(ObjectNode object, String name, JsonNode value, Change change) {
		switch (change.kind()) {
			case REPLACE -> object.putRawValue(name, new RawValue(change.text()));
			case REMOVE -> object.remove(name);
			case DOUBLE -> object.putRawValue(name, new RawValue(value + ",\"" + name + "\":" + value));
			case WRAP -> object.set(name, JSON.createArrayNode().add(value));
			case REPEAT -> {
				ArrayNode many = JSON.createArrayNode();
				for (int count = 0; count < 300; count++) {
					many.add(value);
				}
				object.set(name, many);
			}
			case ADD -> object.put(change.text(), "Zqx");
		}
	}

	// --- bytes
	// -----------------------------------------------------------------------------

	private static Arbitrary<UnaryOperator<HostileRequest>> edits() {
		Arbitrary<UnaryOperator<HostileRequest>> edit = Combinators
			.combine(Arbitraries.doubles().between(0, 1), Arbitraries.integers().between(0, 60),
					Arbitraries.of(SNIPPETS), Arbitraries.integers().between(0, 5))
			.as((place, length, snippet,
					kind) -> (sample) -> sample.with(edited(sample.body(), place, length, snippet, kind)));
		return edit.list().ofMaxSize(4).map((edits) -> (sample) -> {
			HostileRequest changed = sample;
			for (UnaryOperator<HostileRequest> one : edits) {
				changed = one.apply(changed);
			}
			return changed;
		});
	}

	private static byte[] edited(byte[] body, double place, int length, String snippet, int kind) {
		int from = (int) (place * body.length);
		int to = Math.min(body.length, from + length);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(body, 0, from);
		switch (kind) {
			case 0, 1 -> out.writeBytes(bytes(snippet));
			case 2 -> {
				out.write(body, from, to - from);
				out.write(body, from, to - from);
			}
			case 3 -> {
				for (int at = from; at < to; at++) {
					out.write(body[at] ^ (1 << (at % 8)));
				}
			}
			case 4 -> {
				return out.toByteArray();
			}
			default -> {
				// The stretch is left out.
			}
		}
		if (kind != 0) {
			out.write(body, to, body.length - to);
		}
		else {
			out.write(body, from, body.length - from);
		}
		return out.toByteArray();
	}

	private static HostileRequest inParts(HostileRequest sample) {
		return sample
			.with(bytes("--Zqx\r\nContent-Disposition: form-data; name=\"Zqx\"; filename=\"../Zqx\"\r\nContent-Type: "
					+ "application/json\r\n\r\n" + sample.text() + "\r\n--Zqx--\r\n"));
	}

	/** Sixteen megabytes of spaces in sixteen kilobytes. */
	private static byte[] bomb() {
		return gzip(" ".repeat(16 * 1024 * 1024).getBytes(StandardCharsets.US_ASCII));
	}

	private static byte[] gzip(byte[] body) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (OutputStream packed = new GZIPOutputStream(out)) {
			packed.write(body);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	private static byte[] deflated() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (OutputStream packed = new DeflaterOutputStream(out)) {
			packed.write(bytes("{}"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private enum Kind {

		REPLACE, REMOVE, DOUBLE, WRAP, REPEAT, ADD

	}

	private record Change(Kind kind, String text) {
	}

	private record Mutation(int place, Change change) {
	}

}
