package org.mashhub.adapter.hospital;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.v24.message.ADT_A01;
import ca.uhn.hl7v2.parser.CanonicalModelClassFactory;
import ca.uhn.hl7v2.parser.ParserConfiguration;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;

import org.springframework.stereotype.Component;

/**
 * Reads HL7 v2 messages of any version in its common encoding. Of all segments only those
 * are looked at which the hub needs: what else a hospital sends along, local Z segments
 * among it, is neither parsed nor kept.
 */
@Component
class Hl7Reader {

	private static final String BEGINNING = "MSH|^~\\&";

	/**
	 * What the parser needs to know of a message. The message's own version and structure
	 * do not matter: what the hub reads has stood in the same fields since version 2.3.
	 */
	private static final String HEADER_FOR_PARSER = "MSH|^~\\&|||||||ADT^A01^ADT_A01|1|P|2.4";

	private static final Set<String> NEEDED = Set.of("MSH", "EVN", "PID", "PD1", "MRG", "NK1", "PV1", "PV2", "DG1");

	private static final int MOST_SEGMENTS = 100;

	private static final int LONGEST_HEADER = 1024;

	/** MSH-18, table 0211. */
	private static final Map<String, Charset> CHARSETS = Map.of("", StandardCharsets.UTF_8, "ASCII",
			StandardCharsets.UTF_8, "UNICODE UTF-8", StandardCharsets.UTF_8, "UTF-8", StandardCharsets.UTF_8, "8859/1",
			StandardCharsets.ISO_8859_1, "8859/15", Charset.forName("ISO-8859-15"));

	private final PipeParser parser;

	Hl7Reader() {
		ParserConfiguration lenient = new ParserConfiguration();
		lenient.setValidating(false);
		this.parser = new DefaultHapiContext(lenient, ValidationContextFactory.noValidation(),
				new CanonicalModelClassFactory(ADT_A01.class))
			.getPipeParser();
	}

	/**
	 * What a body says of itself, as far as that can be made out before it is read: so
	 * that even what cannot be read is answered by its control id.
	 * @param body the body
	 * @return its header, or none
	 */
	Hl7Header header(byte[] body) {
		String beginning = new String(body, 0, Math.min(body.length, LONGEST_HEADER), StandardCharsets.ISO_8859_1);
		String first = beginning.replaceAll("^(\u00ef\u00bb\u00bf|[\u000b\\s])+", "").split("[\r\n]", 2)[0];
		return (first.startsWith(BEGINNING) && first.chars().allMatch((c) -> c >= ' ' && c <= '~'))
				? Hl7Header.of(first) : Hl7Header.NONE;
	}

	/**
	 * Splits a body into segments.
	 * @param body the body, with or without the frame of MLLP
	 * @return the segments that the hub needs, MSH first
	 * @throws Hl7Rejection when it is not one message
	 */
	List<String> segments(byte[] body) {
		List<String> lines = text(body).lines().map(String::strip).filter((line) -> !line.isEmpty()).toList();
		if (lines.isEmpty() || !lines.getFirst().startsWith(BEGINNING)) {
			throw unreadable("MSH", "is not where the message begins",
					"Begin with MSH|^~\\&| and end each segment with a carriage return (curl: --data-binary).");
		}
		List<String> needed = lines.stream().filter((line) -> NEEDED.contains(line.split("\\|", 2)[0])).toList();
		if (needed.stream().filter((line) -> line.startsWith("MSH")).count() > 1 || needed.size() > MOST_SEGMENTS) {
			throw unreadable("MSH", "begins more than one message, or one that is too long",
					"Send one message a request, with at most " + MOST_SEGMENTS + " segments that the hub reads.");
		}
		return needed;
	}

	/**
	 * Parses a message.
	 * @param segments its segments
	 * @return the message
	 * @throws Hl7Rejection when a segment cannot be read
	 */
	Hl7Message message(List<String> segments) {
		try {
			return new Hl7Message(
					this.parser.parse(Stream.concat(Stream.of(HEADER_FOR_PARSER), segments.stream().skip(1))
						.collect(Collectors.joining("\r"))));
		}
		catch (HL7Exception | RuntimeException ex) {
			// Whatever the parser throws, it throws at what was sent.
			throw unreadable("MSH", "begins a message that cannot be parsed",
					"Check the message's separators and escapes against HL7 v2, chapter 2.");
		}
	}

	private static String text(byte[] body) {
		String raw = new String(body, StandardCharsets.ISO_8859_1);
		String[] fields = raw.split("[\r\n]+", 2)[0].split("\\|", -1);
		String declared = (fields.length > 17) ? fields[17].split("[~^]", 2)[0].strip() : "";
		Charset charset = CHARSETS.get(declared.toUpperCase(Locale.ROOT));
		if (charset == null) {
			throw unreadable("MSH-18", "is a character set that the hub does not read",
					"Send UNICODE UTF-8 or 8859/1 there, and encode the message so.");
		}
		try {
			String text = charset.newDecoder().decode(ByteBuffer.wrap(body)).toString();
			String unframed = text.replace("\ufeff", "").replaceAll("^\u000b+|[\u001c\r\n]+$", "");
			if (unframed.chars().anyMatch((c) -> c < ' ' && c != '\r' && c != '\n' && c != '\t')) {
				throw unreadable("", "has control characters within", "Send one message, without any.");
			}
			return unframed;
		}
		catch (CharacterCodingException ex) {
			throw unreadable("MSH-18", "does not fit the encoding of the message",
					"Encode the message in UTF-8, or name its character set in MSH-18, for example 8859/1.");
		}
	}

	private static Hl7Rejection unreadable(String field, String problem, String remedy) {
		return new Hl7Rejection(Hl7Rejection.Kind.UNREADABLE, field, problem, remedy);
	}

}
