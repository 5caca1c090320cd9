package org.mashhub.correlation.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

import org.mashhub.event.common.v1.Address;
import org.mashhub.event.common.v1.BirthDate;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.FamilyInformed;
import org.mashhub.event.common.v1.Handling;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.common.v1.Identifier;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonName;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.common.v1.Sex;
import org.mashhub.event.common.v1.TimePrecision;
import org.mashhub.hub.v1.AreaClock;
import org.mashhub.hub.v1.AreaEntry;
import org.mashhub.hub.v1.Observation;

/** Events for tests. */
public final class Events {

	/** When things happen in tests. */
	public static final Instant AT = Instant.parse("2025-10-01T09:00:00Z");

	static final HomeKeys HOME_KEYS = new HomeKeys("a secret");

	private static final AreaEntry AREA = AreaEntry.newBuilder()
		.setArea("demo")
		.setName("Demo")
		.setPartition(0)
		.setClock(AreaClock.WALL)
		.build();

	private Events() {
	}

	/**
	 * A header of a record of police.
	 * @param organisation code of the organisation
	 * @param areaHint area that it is sent to, null when none is named
	 * @return the header
	 */
	public static EventHeader header(String organisation, @Nullable String areaHint) {
		return EventHeader.newBuilder()
			.setReceiptId(UUID.fromString("00000000-0000-7000-8000-000000000001"))
			.setEventId(UUID.fromString("00000000-0000-5000-8000-000000000001"))
			.setAreaHint(areaHint)
			.setAgency("police")
			.setOrganisationCode(organisation)
			.setSourceSystem("NICHE")
			.setSourceRecordId("L1")
			.setSourceVersion(1)
			.setRecordState(RecordState.ACTIVE)
			.setOccurredAt(AT)
			.setOccurredPrecision(TimePrecision.EXACT)
			.setRecordedAt(AT.plusSeconds(60))
			.setReceivedAt(AT.plusSeconds(120))
			.setHistoric(false)
			.setPurpose("SAFEGUARDING_CHILDREN")
			.setLawfulBasis("UK GDPR 6(1)(e)")
			.setHandling(new Handling(HandlingCode.STANDARD, null))
			.setFamilyInformed(FamilyInformed.UNKNOWN)
			.build();
	}

	/**
	 * An event with the fields given; the others have their defaults.
	 * @param <T> kind of event
	 * @param type kind of event
	 * @param header its header
	 * @param people everybody it names
	 * @param namesAndValues its other fields
	 * @return the event
	 */
	public static <T extends SpecificRecord> T event(Class<T> type, EventHeader header, List<PersonMention> people,
			Object... namesAndValues) {
		Schema schema = SpecificData.get().getSchema(type);
		SpecificRecord record = (SpecificRecord) SpecificData.newInstance(type, schema);
		for (Schema.Field field : schema.getFields()) {
			if (field.hasDefaultValue()) {
				record.put(field.pos(), SpecificData.get().getDefaultValue(field));
			}
		}
		record.put(schema.getField("header").pos(), header);
		record.put(schema.getField("people").pos(), people);
		for (int at = 0; at < namesAndValues.length; at += 2) {
			record.put(schema.getField(namesAndValues[at].toString()).pos(), namesAndValues[at + 1]);
		}
		return type.cast(record);
	}

	/**
	 * What intake makes of an event, a line a fact: kind, refs of the people, attributes.
	 */
	static List<String> said(Class<? extends SpecificRecord> type, List<PersonMention> people,
			Object... namesAndValues) {
		return said(event(type, header("Y00001", null), people, namesAndValues));
	}

	static List<String> said(SpecificRecord event) {
		return observed(event).getFacts()
			.stream()
			.map((fact) -> fact.getKind() + " " + String.join(" ", fact.getSubjects()) + " "
					+ new TreeMap<>(fact.getAttributes()))
			.toList();
	}

	/**
	 * What intake makes of an event.
	 * @param event the event
	 * @return the observation
	 */
	public static Observation observed(SpecificRecord event) {
		return new ObservationFactory(HOME_KEYS).observe(event, AREA, AT);
	}

	/** Somebody of whom a test needs the ref and the role only. */
	static PersonMention somebody(String ref, PersonRole role) {
		return PersonMention.newBuilder(person("Robin", "Vale", null, null)).setRef(ref).setRole(role).build();
	}

	static EventHeader handled(HandlingCode handling) {
		return EventHeader.newBuilder(header("Y00001", null)).setHandling(new Handling(handling, null)).build();
	}

	static EventHeader inState(RecordState state) {
		return EventHeader.newBuilder(header("Y00001", null)).setRecordState(state).build();
	}

	/**
	 * An address of a place that does not exist.
	 * @return the address
	 */
	public static Address address() {
		return new Address(List.of("4 Mill Row"), "ZZ99 3WZ", null, null);
	}

	/**
	 * A man whom police suspect.
	 * @param given given name
	 * @param family family name
	 * @param born date of birth, null when not known
	 * @param address where he lives, null when not known
	 * @param identifiers numbers
	 * @return the man
	 */
	public static PersonMention person(String given, String family, @Nullable LocalDate born, @Nullable Address address,
			Identifier... identifiers) {
		return PersonMention.newBuilder()
			.setRef("p1")
			.setRole(PersonRole.SUSPECT)
			.setNames(List.of(new PersonName(NameUse.USUAL, List.of(given), family, null)))
			.setBirth((born != null) ? new BirthDate(born, null, null, null) : null)
			.setSex(Sex.MALE)
			.setIdentifiers(List.of(identifiers))
			.setAddress(address)
			.setAddressProtected(false)
			.setRestrictedRecord(false)
			.build();
	}

}
