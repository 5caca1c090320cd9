package org.mashhub.population.agencies;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.mashhub.event.common.v1.Address;
import org.mashhub.event.common.v1.BirthDate;
import org.mashhub.event.common.v1.ContactKind;
import org.mashhub.event.common.v1.ContactPoint;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.Identifier;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonName;
import org.mashhub.population.files.Row;
import org.mashhub.population.people.Person;

/**
 * The table of mentions: what was written of somebody, and who it is in truth. Within a
 * cell, parts are separated by {@code |}.
 */
public final class MentionRows {

	/** Names of the columns. */
	private static final List<String> COLUMNS = List.of("record", "version", "until", "ref", "event_id", "event_type",
			"agency", "occurred_at", "received_at", "role", "given", "family", "name_text", "aliases", "birth", "age",
			"sex", "nhs_number", "identifiers", "address", "postcode", "uprn", "protected", "phone", "email",
			"gp_practice", "unidentified", "person", "household", "origin", "age_group", "missing", "mistakes");

	private final Row row = new Row();

	/**
	 * Names of the columns.
	 * @return in their order
	 */
	public static List<String> columns() {
		return COLUMNS;
	}

	/** Rows of one version of a record. */
	byte[] of(Draft draft, EventHeader header, String type, List<Written> people, @Nullable Long until) {
		if (people.isEmpty()) {
			return new byte[0];
		}
		String record = header.getAgency() + "/" + header.getOrganisationCode() + "/" + header.getSourceSystem() + "/"
				+ header.getSourceRecordId();
		String replaced = (until != null) ? Instant.ofEpochMilli(until).toString() : "";
		String event = header.getEventId().toString();
		String occurred = header.getOccurredAt().toString();
		String received = header.getReceivedAt().toString();
		for (Written written : people) {
			this.row.add(record)
				.add(header.getSourceVersion())
				.add(replaced)
				.add(written.mention().getRef())
				.add(event)
				.add(type)
				.add(header.getAgency())
				.add(occurred)
				.add(received);
			mention(written.mention());
			truth(draft, written);
			this.row.end();
		}
		return this.row.take();
	}

	private void mention(PersonMention mention) {
		Optional<PersonName> name = mention.getNames().isEmpty() ? Optional.empty()
				: Optional.of(mention.getNames().getFirst()).filter((first) -> !isAlias(first));
		this.row.add(mention.getRole().name())
			.add(name.map((first) -> String.join(" ", first.getGiven())).orElse(""))
			.add(name.flatMap(PersonName::getFamily).orElse(""))
			.add(name.flatMap(PersonName::getText).orElse(""))
			.add(aliases(mention.getNames()))
			.add(mention.getBirth().flatMap(BirthDate::getDate).map(Object::toString).orElse(""))
			.add(mention.getBirth().flatMap(BirthDate::getEstimatedAge).map(Object::toString).orElse(""))
			.add(mention.getSex().name())
			.add(nhsNumber(mention.getIdentifiers()))
			.add(identifiers(mention.getIdentifiers()))
			.add(mention.getAddress().map((address) -> String.join("|", address.getLines())).orElse(""))
			.add(mention.getAddress().flatMap(Address::getPostcode).orElse(""))
			.add(mention.getAddress().flatMap(Address::getUprn).orElse(""))
			.add(mention.getAddressProtected() ? "yes" : "")
			.add(contact(mention.getContacts(), ContactKind.PHONE))
			.add(contact(mention.getContacts(), ContactKind.EMAIL))
			.add(mention.getGpPractice().orElse(""))
			.add(mention.getUnidentified().orElse(""));
	}

	private void truth(Draft draft, Written written) {
		Person person = written.participant().person();
		this.row.add(person.number())
			.add(person.household().map((household) -> Integer.toString(household.number())).orElse(""))
			.add(person.origin().name())
			.add(ageGroup(person.age(draft.day())))
			.add(missing(written.mention()))
			.add(mistakes(written.mistakes()));
	}

	private static boolean isAlias(PersonName name) {
		return switch (name.getUse()) {
			case USUAL, OFFICIAL -> false;
			case ALIAS, NICKNAME, FORMER -> true;
		};
	}

	private static String aliases(List<PersonName> names) {
		StringBuilder aliases = new StringBuilder();
		for (PersonName name : names) {
			if (isAlias(name)) {
				aliases.append((aliases.length() > 0) ? "|" : "")
					.append(name.getText()
						.orElseGet(() -> String.join(" ", name.getGiven()) + " " + name.getFamily().orElse("")));
			}
		}
		return aliases.toString();
	}

	private static String nhsNumber(List<Identifier> identifiers) {
		for (Identifier identifier : identifiers) {
			if (identifier.getScheme().equals("NHS_NUMBER")) {
				return identifier.getValue();
			}
		}
		return "";
	}

	private static String identifiers(List<Identifier> identifiers) {
		StringBuilder others = new StringBuilder();
		for (Identifier identifier : identifiers) {
			if (!identifier.getScheme().equals("NHS_NUMBER")) {
				others.append((others.length() > 0) ? "|" : "")
					.append(identifier.getScheme())
					.append(':')
					.append(identifier.getValue());
			}
		}
		return others.toString();
	}

	private static String contact(List<ContactPoint> contacts, ContactKind kind) {
		for (ContactPoint contact : contacts) {
			if (contact.getKind() == kind) {
				return contact.getValue();
			}
		}
		return "";
	}

	private static String ageGroup(int age) {
		return (age < 1) ? "0" : (age < 5) ? "1-4" : (age < 18) ? "5-17" : (age < 65) ? "18-64" : "65+";
	}

	/**
	 * A letter for each thing that a linker would like to have: name, birth, home,
	 * number.
	 */
	private static String missing(PersonMention mention) {
		StringBuilder missing = new StringBuilder(4);
		boolean named = mention.getNames()
			.stream()
			.anyMatch((name) -> !isAlias(name) && (name.getFamily().isPresent() || name.getText().isPresent()));
		if (!named) {
			missing.append('N');
		}
		if (mention.getBirth().flatMap(BirthDate::getDate).isEmpty()) {
			missing.append('B');
		}
		if (mention.getAddress().flatMap(Address::getPostcode).isEmpty()) {
			missing.append('H');
		}
		if (nhsNumber(mention.getIdentifiers()).isEmpty()) {
			missing.append('I');
		}
		return missing.toString();
	}

	private static String mistakes(Set<Mistake> mistakes) {
		if (mistakes.isEmpty()) {
			return "";
		}
		StringBuilder names = new StringBuilder();
		mistakes.forEach((mistake) -> names.append((names.length() > 0) ? "|" : "").append(mistake));
		return names.toString();
	}

}
