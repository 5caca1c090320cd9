package org.mashhub.standalone.cli;

import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** For commands that print data. */
final class AsJson {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	@Option(names = "--json", description = "Print JSON.")
	private boolean json;

	boolean isWanted() {
		return this.json;
	}

	void print(Object value) {
		System.out.println(JSON.writeValueAsString(value));
	}

}
