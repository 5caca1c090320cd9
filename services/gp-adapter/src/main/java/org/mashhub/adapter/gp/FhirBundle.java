package org.mashhub.adapter.gp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.NoticeRefusedException;
import org.mashhub.adapter.kit.UnreadableNoticeException;
import org.mashhub.adapter.kit.fhir.FhirReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The entries of a Bundle of type message or collection. Each is read by itself and only
 * when it is needed, so that a bad one never stops the rest; a reference is resolved by
 * full URL, or within the same base by type and id.
 */
class FhirBundle {

	static final String TYPE = "Bundle";

	/** So that an answer never takes long, whatever is in the entries. */
	static final int MOST_ENTRIES = 500;

	private static final Set<String> TYPES = Set.of("message", "collection");

	private static final String HEADER = "MessageHeader";

	private static final String MODIFIER = "modifierExtension";

	private static final String RELATED = "RelatedPerson";

	private final FhirReader reader;

	private final List<Entry> entries = new ArrayList<>();

	private final Map<String, List<Entry>> byAddress = new HashMap<>();

	private final Set<String> referredTo = new HashSet<>();

	FhirBundle(ObjectNode bundle, FhirReader reader) {
		this.reader = reader;
		if (!TYPES.contains(bundle.path("type").asString(""))) {
			throw new NoticeRefusedException(List.of(new FieldProblem("Bundle.type", "is not one that the hub takes",
					"Send a Bundle of type message or collection.")));
		}
		if (bundle.has(MODIFIER)) {
			throw FhirReader.modified("Bundle." + MODIFIER);
		}
		JsonNode sent = bundle.path("entry");
		if (!sent.isArray() || sent.isEmpty() || sent.size() > MOST_ENTRIES) {
			throw new NoticeRefusedException(List.of(new FieldProblem("Bundle.entry", "has the wrong number of entries",
					"Send 1 to " + MOST_ENTRIES + " entries a Bundle; for more, send one resource a line as "
							+ FhirMediaTypes.FHIR_NDJSON + ".")));
		}
		sent.forEach(this::add);
	}

	List<Entry> entries() {
		return List.copyOf(this.entries);
	}

	private void add(JsonNode sent) {
		Entry entry = new Entry(sent);
		this.entries.add(entry);
		Set<String> addresses = new HashSet<>();
		addresses.add(entry.fullUrl);
		addresses.add(entry.type() + "/" + entry.id());
		addresses
			.forEach((address) -> this.byAddress.computeIfAbsent(address, (first) -> new ArrayList<>()).add(entry));
		collectReferences(sent);
	}

	private void collectReferences(JsonNode node) {
		if (node.path("reference").isString()) {
			this.referredTo.add(node.path("reference").stringValue());
		}
		node.forEach(this::collectReferences);
	}

	/** One entry, with what it may refer to. */
	final class Entry implements References {

		private final String fullUrl;

		private final boolean modified;

		private final @Nullable ObjectNode tree;

		private @Nullable Resource resource;

		private Entry(JsonNode sent) {
			this.fullUrl = sent.path("fullUrl").asString("");
			this.modified = sent.has(MODIFIER);
			this.tree = (sent.path("resource") instanceof ObjectNode found) ? found : null;
		}

		/**
		 * Whether it only says more about others, so that nothing is to be told of it.
		 */
		boolean isContext() {
			requireUnmodified();
			if (this.tree != null && type().equals(HEADER)) {
				FhirBundle.this.reader.requireUnderstood(this.tree);
				return true;
			}
			if (type().equals(RELATED)) {
				resource();
				return true;
			}
			if (!isReferredTo()) {
				return false;
			}
			if (!FhirTranslator.TAKEN.contains(type())) {
				return true;
			}
			return switch (resource()) {
				case Patient patient -> !Patients.isTaken(patient);
				case Appointment appointment -> !Appointments.isTaken(appointment);
				default -> false;
			};
		}

		Resource taken() {
			FhirTranslator.requireTaken(type());
			return resource();
		}

		/** The resource as it would be sent alone. */
		byte[] body() {
			return (this.tree != null) ? this.tree.toString().getBytes(StandardCharsets.UTF_8) : new byte[0];
		}

		@Override
		public Optional<Resource> find(String reference) {
			List<Entry> found = FhirBundle.this.byAddress.getOrDefault(base() + reference, List.of());
			if (found.isEmpty()) {
				found = FhirBundle.this.byAddress.getOrDefault(reference, List.of());
			}
			return (found.size() == 1) ? Optional.of(found.getFirst().resource()) : Optional.empty();
		}

		@Override
		public List<RelatedPerson> relatedPersons() {
			return FhirBundle.this.entries.stream()
				.filter((entry) -> entry.type().equals(RELATED))
				.flatMap((entry) -> entry.related().stream())
				.toList();
		}

		/**
		 * One that cannot be read is refused as an entry, and does not stop the others.
		 */
		private Optional<RelatedPerson> related() {
			try {
				return (resource() instanceof RelatedPerson person) ? Optional.of(person) : Optional.empty();
			}
			catch (NoticeRefusedException | UnreadableNoticeException ex) {
				return Optional.empty();
			}
		}

		private Resource resource() {
			requireUnmodified();
			Resource read = this.resource;
			if (read == null) {
				if (this.tree == null) {
					throw new UnreadableNoticeException(
							new FieldProblem("resource", "is missing", "Send a resource in each entry."));
				}
				read = FhirBundle.this.reader.resource(this.tree);
				this.resource = read;
			}
			return read;
		}

		private void requireUnmodified() {
			if (this.modified) {
				throw FhirReader.modified("Bundle.entry." + MODIFIER);
			}
		}

		private String type() {
			return (this.tree != null) ? FhirReader.typeOf(this.tree) : "";
		}

		private String id() {
			return (this.tree != null) ? this.tree.path("id").asString("") : "";
		}

		private boolean isReferredTo() {
			String relative = type() + "/" + id();
			return FhirBundle.this.referredTo.contains(this.fullUrl) || FhirBundle.this.referredTo.contains(relative);
		}

		/** What a relative reference of this entry is relative to. */
		private String base() {
			String relative = type() + "/" + id();
			return this.fullUrl.endsWith("/" + relative)
					? this.fullUrl.substring(0, this.fullUrl.length() - relative.length()) : "";
		}

	}

}
