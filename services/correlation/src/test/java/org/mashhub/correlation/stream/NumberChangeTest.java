package org.mashhub.correlation.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.mashhub.correlation.area.AreaEngine;
import org.mashhub.correlation.area.Output;
import org.mashhub.correlation.area.Told;
import org.mashhub.correlation.intake.Events;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.state.AlertMemory;
import org.mashhub.correlation.state.HeapState;
import org.mashhub.event.common.v1.Address;
import org.mashhub.event.common.v1.DetailsChange;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.Identifier;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.hospital.v1.ComplaintCategory;
import org.mashhub.event.hospital.v1.HospitalAttended;
import org.mashhub.event.hospital.v1.HospitalDepartment;
import org.mashhub.event.hospital.v1.PatientDetailsChanged;
import org.mashhub.event.police.v1.IncidentLogged;

import static org.assertj.core.api.Assertions.assertThat;

/** A merge, from the event that tells of it to the picture and the alert. */
class NumberChangeTest {

	private static final String OLD = "9990000018";

	private static final String NEW = "9990000026";

	private final AreaEngine engine = new AreaEngine("demo", Told.settings(), new HeapState());

	private long offset;

	@Test
	void joinsWhatWasRecordedUnderBothNumbersAndWhatComesLaterUnderTheOldOne() {
		apply(attended("E1", child(Events.address(), nhs(OLD), hospital("H409981"))));
		apply(incident("L1"));
		ChildView apart = shown(apply(attended("E2", child(null, nhs(NEW), hospital("H410022")))));

		ChildView joined = shown(apply(event(PatientDetailsChanged.class, hospitalRecord("M1"),
				child(null, nhs(NEW), nhs(OLD), hospital("H410022"), hospital("H409981")), "change",
				DetailsChange.MERGED)));
		AreaEngine.Result later = apply(attended("E3", child(null, hospital("H409981"))));

		assertThat(apart.adults()).isEmpty();
		assertThat(joined.child().nhsNumber()).isEqualTo(NEW);
		assertThat(joined.adults()).hasSize(1);
		assertThat(joined.alerts()).singleElement().extracting(AlertMemory::rule).isEqualTo("A01");
		assertThat(joined.facts()).extracting((fact) -> fact.record().id().record()).contains("E1", "E2", "M1");
		assertThat(later.outputs()).filteredOn(Output.MentionDecided.class::isInstance)
			.singleElement()
			.satisfies((output) -> assertThat(((Output.MentionDecided) output).change().to())
				.isEqualTo(joined.child().id()));
	}

	private static HospitalAttended attended(String number, PersonMention child) {
		return event(HospitalAttended.class, hospitalRecord(number), child, "department", HospitalDepartment.EMERGENCY,
				"complaint", ComplaintCategory.OTHER, "safeguardingConcern", true);
	}

	private static IncidentLogged incident(String number) {
		EventHeader header = EventHeader.newBuilder(Events.header("42", null)).setSourceRecordId(number).build();
		return event(IncidentLogged.class, header,
				Events.person("Darren", "Poole", LocalDate.parse("1994-03-03"), Events.address()), "incidentType",
				"DRUGS");
	}

	private static <T extends SpecificRecord> T event(Class<T> type, EventHeader header, PersonMention person,
			Object... namesAndValues) {
		return Events.event(type, header, List.of(person), namesAndValues);
	}

	private static EventHeader hospitalRecord(String number) {
		return EventHeader.newBuilder(Events.header("RXX", null))
			.setReceiptId(UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8)))
			.setAgency("hospital")
			.setSourceSystem("Careflow")
			.setSourceRecordId(number)
			.setOccurredAt(Events.AT.plus(Duration.ofHours(1)))
			.build();
	}

	private static PersonMention child(@Nullable Address address, Identifier... numbers) {
		return PersonMention
			.newBuilder(Events.person("Noah", "Marlow", LocalDate.parse("2021-09-18"), address, numbers))
			.setRole(PersonRole.PATIENT)
			.build();
	}

	private static Identifier nhs(String number) {
		return new Identifier("NHS_NUMBER", number, true);
	}

	private static Identifier hospital(String number) {
		return new Identifier("LOCAL", number, false);
	}

	private AreaEngine.Result apply(SpecificRecord event) {
		return this.engine.apply(EntryReader.read(Events.observed(event), this.offset++));
	}

	private static ChildView shown(AreaEngine.Result result) {
		return result.outputs()
			.stream()
			.filter(Output.PictureChanged.class::isInstance)
			.map((output) -> ((Output.PictureChanged) output).view())
			.reduce((first, second) -> second)
			.orElseThrow();
	}

}
