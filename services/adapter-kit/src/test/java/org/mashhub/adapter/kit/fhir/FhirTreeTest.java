package org.mashhub.adapter.kit.fhir;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.NoticeRefusedException;
import org.mashhub.adapter.kit.UnreadableNoticeException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** HAPI makes of a tree what it makes of the tree's text. */
class FhirTreeTest {

	private static final String PATIENT = """
			{"resourceType":"Patient","id":"p1","meta":{"versionId":"3","lastUpdated":"2025-11-01T10:00:00.5Z"},
			"active":true,"multipleBirthInteger":2,"name":[{"given":["Ava",null,"Rose"],
			"_given":[null,{"extension":[{"url":"u","valueCode":"x"}]},null],"family":"O\\u2019Hara"}],
			"birthDate":"2025-09","_birthDate":{"extension":[{"url":"a","valueDecimal":1.50},
			{"url":"b","valueBoolean":false},{"url":"c","valueInteger":-7},{"url":"d","valueDecimal":1E-7},
			{"url":"e","valueInstant":"2025-11-01T10:00:00Z"}]},
			"contained":[{"resourceType":"Organization","id":"o1","name":"Fenbrook"}],
			"managingOrganization":{"reference":"#o1"},"contact":[{"period":{"start":"2025"}}]}""";

	private final FhirReader reader = new FhirReader();

	private final FhirContext fhir = FhirContext.forR4();

	@Test
	void becomesTheSameResourceAsItsText() {
		ObjectNode tree = tree(PATIENT);

		String read = this.fhir.newJsonParser().encodeResourceToString(this.reader.resource(tree));

		assertThat(read).isEqualTo(
				this.fhir.newJsonParser().encodeResourceToString(parserOfTexts().parseResource(tree.toString())));
		assertThat(read).contains("\"valueDecimal\":1.5", "0.0000001", "-7", "O\u2019Hara", "Fenbrook");
		assertThat(((Patient) this.reader.resource(tree)).getMultipleBirthIntegerType().getValue()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"active\":\"true\"", "\"active\":1", "\"active\":null", "\"active\":{}",
			"\"active\":[true]", "\"birthDate\":2025", "\"birthDate\":true", "\"birthDate\":\"18 Sept\"",
			"\"birthDate\":[]", "\"name\":{}", "\"name\":[[]]", "\"name\":\"Ava\"", "\"name\":[null]", "\"name\":[1.5]",
			"\"multipleBirthInteger\":1.5", "\"multipleBirthInteger\":\"2\"", "\"multipleBirthInteger\":1e3",
			"\"managingOrganization\":{\"reference\":7}", "\"contained\":[{}]", "\"contained\":[null]",
			"\"contained\":\"x\"", "\"nothing\":1", "\"gender\":\"other \"", "\"gender\":\"none\"", "\"_active\":true",
			"\"extension\":[{\"url\":\"a\",\"valueDecimal\":\"1.5\"}]", "\"id\":5", "\"meta\":[]",
			"\"text\":{\"status\":\"generated\",\"div\":\"<div/>\"}", "\"text\":{\"div\":3}", "\"id\":null",
			"\"contact\":[{\"name\":[{}]}]", "\"resourceType\":\"Patent\"", "\"photo\":[{\"data\":\"%%%\"}]" })
	void isRefusedWhereItsTextIsAndForTheSameReason(String element) {
		ObjectNode tree = tree("{\"resourceType\":\"Patient\"}").setAll(tree("{" + element + "}"));

		assertThat(outcome(() -> this.reader.resource(tree)))
			.isEqualTo(outcome(() -> parserOfTexts().parseResource(tree.toString())));
	}

	@Test
	void namesTheElementThatIsHarmful() {
		assertThat(problem("{\"resourceType\":\"Patient\",\"id\":\"a\\u0000b\"}").field()).isEqualTo("id");
		assertThat(problem("{\"resourceType\":\"Patient\",\"a b\":[[1e400]]}").field()).isEmpty();
		assertThat(problem("{\"resourceType\":\"Patient\",\"n\":{\"id\":\"\\ud800\"}}").problem()).contains("no text");
		assertThat(problem("{\"a\":".repeat(41) + "1" + "}".repeat(41)).problem()).contains("deeper");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2024/117", "Patient/p1/_history/7", "https://fhir.example/Patient/p1", "/p1", "p1/",
			"urn:uuid:3", "Kelly Marlow", "p_1", "#p1", "p\u00e91",
			"aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggggg" })
	void refusesAnIdOfWhichTheParserWouldKeepAPart(String id) {
		String body = "{\"resourceType\":\"Patient\",\"id\":\"" + id + "\"}";

		assertThat(refused(body)).isEqualTo(
				new FieldProblem("Patient.id", "is not an id", "Send 1 to 64 letters, digits, hyphens and dots."));
		assertThat(refused(body.replace("Patient\",", "Kelly\",")).field()).isEqualTo("id");
	}

	@Test
	void refusesAContainedIdOfWhichTheParserWouldKeepAPart() {
		String contained = "{\"resourceType\":\"Patient\",\"contained\":[{\"resourceType\":\"Organization\",\"id\":\"%s\"}]}";

		assertThat(refused(contained.formatted("a/o1")).field()).isEqualTo("Patient.contained.id");
		assertThat(this.reader.resource(tree(contained.formatted("#o1")))).isNotNull();
		assertThat(this.reader.resource(tree(contained.formatted("o1")))).isNotNull();
	}

	@Test
	void keepsAnIdOfAnyFormThatFhirAllows() {
		assertThat(this.reader.resource(tree("{\"resourceType\":\"Patient\",\"id\":\"A-1.b\"}")).getIdPart())
			.isEqualTo("A-1.b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "%s", "-%s", "%s.5" })
	void refusesANumberOfMoreDigitsThanADoubleHolds(String form) {
		String number = form.formatted("9".repeat(400));

		assertThat(problem("{\"resourceType\":\"Patient\",\"multipleBirthInteger\":" + number + "}"))
			.satisfies((problem) -> {
				assertThat(problem.field()).isEqualTo("multipleBirthInteger");
				assertThat(problem.problem()).contains("proportion");
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~',
			textBlock = """
					"modifierExtension":[{"url":"urn:not","valueBoolean":true}] ~ Patient.modifierExtension
					"modifierExtension":[] ~ Patient.modifierExtension
					"contact":[{"period":{"start":"2025"}},{"modifierExtension":[{"url":"u"}]}] ~ Patient.contact[1].modifierExtension
					"contained":[{"resourceType":"Patient","id":"p","link":[{"modifierExtension":[]}]}] ~ Patient.contained[0].link[0].modifierExtension
					"Kelly":{"modifierExtension":[]} ~ Patient.(an unknown element).modifierExtension
					""")
	void refusesWhatIsModifiedInAWayThatItDoesNotKnow(String element, String path) {
		FieldProblem problem = refused("{\"resourceType\":\"Patient\"," + element + "}");

		assertThat(problem.field()).isEqualTo(path);
		assertThat(problem.toString()).doesNotContain("urn:not");
	}

	private FieldProblem refused(String body) {
		return catchThrowableOfType(NoticeRefusedException.class, () -> this.reader.resource(tree(body))).problems()
			.getFirst();
	}

	private FieldProblem problem(String body) {
		return catchThrowableOfType(UnreadableNoticeException.class, () -> this.reader.resource(tree(body))).problems()
			.getFirst();
	}

	@Test
	void doesNotWrite() {
		FhirTree tree = new FhirTree(tree(PATIENT));

		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(tree::getJsonLikeWriter);
	}

	private ObjectNode tree(String body) {
		return this.reader.tree(body.getBytes(StandardCharsets.UTF_8));
	}

	private IParser parserOfTexts() {
		IParser parser = this.fhir.newJsonParser();
		parser.setParserErrorHandler(new RefusingErrorHandler());
		return parser;
	}

	/** The resource, or what is wrong; whatever the parser throws itself is all one. */
	private String outcome(Supplier<? extends IBaseResource> read) {
		try {
			return this.fhir.newJsonParser().encodeResourceToString(read.get());
		}
		catch (RuntimeException ex) {
			for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
				if (cause instanceof UnreadableNoticeException unreadable
						&& !unreadable.problems().getFirst().field().isEmpty()) {
					return unreadable.problems().toString();
				}
			}
			return "unreadable";
		}
	}

}
