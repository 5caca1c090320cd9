package org.mashhub.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.mashhub.standalone.client.HubClient;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What agencies send when all is well: every example that the hub describes or ships,
 * with canaries in place of the names, addresses and telephones.
 */
final class AgencySamples {

	/** Stands in every name and address; no other text has it. */
	static final String CANARY = "Zqx";

	/** What may not be found where nothing personal may be. */
	static final List<String> CANARIES = List.of(CANARY, "ZZ99 ", "07700 9", "9990000018", "1961-08-08");

	private static final String AREA = "Mash-Area";

	private static final String NAMES = "\\b(Marlow|Kelly|Ava|Pike|Darren|Anand|Priya|Ravi|Asha|Tranter|Quayle|Adeyemi|Sesay|"
			+ "Mill Row|Quarry Court|Lock Street|Weir Lane|Kiln Close)\\b";

	private static final PathMatchingResourcePatternResolver FILES = new PathMatchingResourcePatternResolver();

	private final String area;

	private final List<HostileRequest> all = new ArrayList<>();

	private AgencySamples(String area) {
		this.area = area;
	}

	/** The examples that a running hub describes, for a fictional area. */
	static List<HostileRequest> of(HubClient hub, String area) {
		AgencySamples samples = new AgencySamples(area);
		DemoOrganisations.BY_AGENCY.keySet().forEach((agency) -> {
			samples.addDescribed(agency,
					hub.getAs(agency, hub.addresses().edge().resolve("/v3/api-docs")).json().path("paths"));
			samples.addTables(agency);
			samples.addFeeds(agency);
		});
		samples.addMessages();
		return List.copyOf(samples.all);
	}

	private void addDescribed(String agency, JsonNode paths) {
		paths.properties().stream().filter((path) -> path.getKey().startsWith("/" + agency + "/")).forEach((path) -> {
			String type = path.getKey().startsWith("/" + agency + "/fhir") ? "application/fhir+json"
					: "application/json";
			path.getValue()
				.path("post")
				.path("requestBody")
				.path("content")
				.path(type)
				.path("examples")
				.forEach((example) -> {
					JsonNode body = example.path("value");
					add(agency, path.getKey().replace("{type}", body.path("resourceType").asString("")), type,
							body.toString().getBytes(StandardCharsets.UTF_8), Map.of());
				});
		});
	}

	private void addTables(String agency) {
		for (Resource file : files("examples/" + agency + "/*.csv")) {
			String name = String.valueOf(file.getFilename()).replace(".csv", "");
			Map<String, String> headers = new HashMap<>();
			for (Resource mapping : files("examples/" + agency + "/" + name.replace("-next", "") + "-mapping.yml")) {
				headers.put("Mash-Mapping", Base64.getEncoder().encodeToString(bytes(mapping)));
			}
			add(agency, name.startsWith("tenancies") ? "/housing/tenancies?mode=snapshot&date=2025-12-01"
					: "/" + agency + "/" + name, "text/csv", bytes(file), headers);
		}
	}

	private void addFeeds(String agency) {
		for (Resource file : files("examples/" + agency + "/feeds.json")) {
			add(agency, "/" + agency + "/feeds", "application/json", bytes(file), Map.of("method", "PUT"));
		}
	}

	private void addMessages() {
		for (Resource file : files("examples/hospital/*.hl7")) {
			add("hospital", "/hospital/hl7", "application/hl7-v2", bytes(file), Map.of());
		}
	}

	private void add(String agency, String path, String type, byte[] body, Map<String, String> further) {
		Map<String, String> headers = new HashMap<>(further);
		String method = headers.getOrDefault("method", "POST");
		headers.remove("method");
		headers.put(AREA, this.area);
		headers.put("Content-Type", type);
		this.all.add(new HostileRequest(agency, method, path, headers,
				new String(body, StandardCharsets.UTF_8).replaceAll(NAMES, CANARY.concat("$1"))
					.getBytes(StandardCharsets.UTF_8)));
	}

	private static List<Resource> files(String pattern) {
		try {
			return List.of(FILES.getResources("classpath*:" + pattern)).stream().filter(Resource::exists).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] bytes(Resource file) {
		try {
			return file.getContentAsByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
