package org.mashhub.correlation.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

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

/** Events for tests. */
final class Events {

	static final Instant AT = Instant.parse("2025-10-01T09:00:00Z");

	private Events() {
	}

	static EventHeader header(String organisation, @Nullable String areaHint) {
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

	static PersonMention person(String given, String family, @Nullable LocalDate born, @Nullable Address address,
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
