package org.mashhub.standalone;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request that may be anything but what the hub expects.
 *
 * @param agency whose token it has
 * @param method method
 * @param path path and query
 * @param headers headers
 * @param body the body
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HostileRequest(String agency, String method, String path, Map<String, String> headers, byte[] body) {

	private static final int SHOWN = 600;

	HostileRequest {
		headers = Map.copyOf(headers);
	}

	HostileRequest with(byte[] other) {
		return new HostileRequest(this.agency, this.method, this.path, this.headers, other);
	}

	HostileRequest with(String header, String value) {
		Map<String, String> more = new TreeMap<>(this.headers);
		more.put(header, value);
		return new HostileRequest(this.agency, this.method, this.path, more, this.body);
	}

	HostileRequest withPath(String other) {
		return new HostileRequest(this.agency, this.method, other, this.headers, this.body);
	}

	HostileRequest withMethod(String other) {
		return new HostileRequest(this.agency, other, this.path, this.headers, this.body);
	}

	String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

	boolean isOf(String type) {
		return this.headers.getOrDefault("Content-Type", "").startsWith(type);
	}

	boolean isJson() {
		return isOf("application/json") || isOf("application/fhir+json");
	}

	@Override
	public String toString() {
		String shown = text();
		return this.method + " " + this.path + " " + new TreeMap<>(this.headers) + " " + this.body.length + " bytes: "
				+ ((shown.length() > SHOWN) ? shown.substring(0, SHOWN) + "…" : shown);
	}

}
