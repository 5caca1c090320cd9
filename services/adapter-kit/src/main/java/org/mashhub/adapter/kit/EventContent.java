package org.mashhub.adapter.kit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What an event says, as a hash, so that two can be compared by their effect: by when and
 * under which receipt it came in is left out, one moment is the same by any clock, and a
 * list says the same in any order.
 */
final class EventContent {

	/** What each acceptance has of its own. */
	private static final Set<String> OF_THE_ACCEPTANCE = Set.of("receiptId", "receivedAt");

	private EventContent() {
	}

	static long of(SpecificRecord event) {
		return TextHash.of(text(event));
	}

	private static String text(@Nullable Object part) {
		return switch (part) {
			case IndexedRecord fields -> record(fields);
			case List<?> elements -> elements.stream().map(EventContent::text).sorted().toList().toString();
			case Map<?, ?> entries -> {
				Map<String, String> sorted = new TreeMap<>();
				entries.forEach((key, value) -> sorted.put(text(key), text(value)));
				yield sorted.toString();
			}
			case null -> "-";
			default -> {
				String leaf = Objects.toString(part);
				yield leaf.length() + ":" + leaf;
			}
		};
	}

	private static String record(IndexedRecord fields) {
		StringBuilder text = new StringBuilder("{");
		for (Schema.Field field : fields.getSchema().getFields()) {
			if (!OF_THE_ACCEPTANCE.contains(field.name())) {
				text.append(field.name()).append('=').append(text(fields.get(field.pos()))).append(',');
			}
		}
		return text.append('}').toString();
	}

}
