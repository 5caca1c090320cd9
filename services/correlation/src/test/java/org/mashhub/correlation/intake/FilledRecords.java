package org.mashhub.correlation.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

import org.mashhub.event.common.v1.PersonMention;

/** Records with every field filled, in which somebody has each role there is. */
final class FilledRecords {

	/** Ref of the first person, for fields that name one of the people. */
	private static final String SOMEBODY = "p0";

	private FilledRecords() {
	}

	/**
	 * Fills a record of any contract.
	 * @param type its generated class
	 * @param word what every free text says
	 * @return the record
	 */
	static SpecificRecord of(Class<? extends SpecificRecord> type, String word) {
		return (SpecificRecord) fill(SpecificData.get().getSchema(type), word);
	}

	private static Object fill(Schema schema, String word) {
		LogicalType logical = schema.getLogicalType();
		if (logical != null) {
			return switch (logical.getName()) {
				case "uuid" -> new UUID(0x7000L, 0x8000000000000000L);
				case "date" -> LocalDate.of(2025, 10, 1);
				case "timestamp-millis" -> Events.AT;
				default -> throw new IllegalArgumentException("no example of " + logical.getName());
			};
		}
		return switch (schema.getType()) {
			case RECORD -> record(schema, word);
			case UNION -> fill(schema.getTypes().getLast(), word);
			case ARRAY -> list(schema.getElementType(), word);
			case MAP -> Map.of(word, fill(schema.getValueType(), word));
			case ENUM -> symbol(schema, 0);
			case STRING -> word;
			case BOOLEAN -> true;
			case INT -> 3;
			case LONG -> 3L;
			case FLOAT, DOUBLE, BYTES, FIXED, NULL ->
				throw new IllegalArgumentException("no example of " + schema.getType());
		};
	}

	private static SpecificRecord record(Schema schema, String word) {
		SpecificRecord record = (SpecificRecord) SpecificData.newInstance(SpecificData.get().getClass(schema), schema);
		schema.getFields().forEach((field) -> record.put(field.pos(), value(field, word)));
		return record;
	}

	private static Object value(Schema.Field field, String word) {
		if (field.name().endsWith("Ref")) {
			return SOMEBODY;
		}
		Object filled = fill(field.schema(), word);
		if (field.getObjectProp("excludedRoles") instanceof List<?> excluded && filled instanceof List<?> people) {
			return people.stream()
				.filter(PersonMention.class::isInstance)
				.filter((person) -> !excluded.contains(((PersonMention) person).getRole().name()))
				.toList();
		}
		return filled;
	}

	private static List<Object> list(Schema element, String word) {
		if (!element.getFullName().equals(PersonMention.class.getName())) {
			return List.of(fill(element, word));
		}
		List<Object> people = new ArrayList<>();
		Schema.Field role = element.getField("role");
		for (int at = 0; at < role.schema().getEnumSymbols().size(); at++) {
			SpecificRecord person = record(element, word);
			person.put(element.getField("ref").pos(), "p" + at);
			person.put(role.pos(), symbol(role.schema(), at));
			// Of what age somebody is, the role says then.
			person.put(element.getField("birth").pos(), null);
			people.add(person);
		}
		return people;
	}

	private static Object symbol(Schema schema, int at) {
		return SpecificData.get().createEnum(schema.getEnumSymbols().get(at), schema);
	}

}
