package org.mashhub.notification.recipient;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.mashhub.event.common.v1.Handling;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.AlertState;
import org.mashhub.hub.v1.Audience;
import org.mashhub.hub.v1.Certainty;
import org.mashhub.hub.v1.Colour;
import org.mashhub.hub.v1.Connection;
import org.mashhub.hub.v1.Evidence;
import org.mashhub.hub.v1.LeadProfessional;
import org.mashhub.hub.v1.PathStep;
import org.mashhub.hub.v1.Provenance;

/** Alerts about nobody, for tests. */
public final class SampleAlert {

	public static final String LEAD = "lead@social-care.example";

	public static final String POLICE_STATEMENT = "Police attended 4 Mill Row";

	public static final String HEALTH_STATEMENT = "The health visitor saw a man called Daz";

	public static final String MAN = "Daz P";

	private SampleAlert() {
	}

	public static Alert.Builder amber() {
		return Alert.newBuilder()
			.setProvenance(provenance(Instant.parse("2026-03-03T09:00:00Z")))
			.setAlertId(UUID.randomUUID())
			.setChildId(UUID.randomUUID())
			.setChildFoundingMention(UUID.randomUUID())
			.setFamily(UUID.randomUUID())
			.setRule("A01")
			.setRuleName("Household-adult risk")
			.setState(AlertState.RAISED)
			.setRevision(1)
			.setColour(Colour.AMBER)
			.setAudience(Audience.LEAD_AND_MASH)
			.setRaisedAt(Instant.parse("2026-03-03T09:00:00Z"))
			.setDueAt(Instant.parse("2026-03-03T18:30:00Z"))
			.setChildLabel("K, 3 months")
			.setStatements(List.of(POLICE_STATEMENT + ".", HEALTH_STATEMENT + "."))
			.setConnections(List.of(Connection.newBuilder()
				.setPersonId(UUID.randomUUID())
				.setLabel(MAN)
				.setRelation("recorded at the same address")
				.setCertainty(Certainty.RECORDED)
				.setPath(List.of(PathStep.newBuilder()
					.setKind("SAME_ADDRESS")
					.setToPersonId(UUID.randomUUID())
					.setStatement("both at 4 Mill Row")
					.setSourceRecords(List.of("police/1"))
					.build()))
				.build()))
			.setNotKnown(List.of("Whether he cares for the child."))
			.setAsk(List.of("Who was home overnight this week?"))
			.setFamilyAdvice("You may discuss the visit with the family.")
			.setDisclaimer("This does not say anyone harmed the child.")
			.setText("The whole text. " + POLICE_STATEMENT + ". " + HEALTH_STATEMENT + ".")
			.setEvidence(List.of(evidence("police/1", "POLICE", POLICE_STATEMENT, HandlingCode.STANDARD),
					evidence("hv/1", "HEALTH_VISITING", HEALTH_STATEMENT, HandlingCode.STANDARD)))
			.setLeadProfessional(lead());
	}

	public static Alert.Builder red() {
		return amber().setColour(Colour.RED);
	}

	public static Alert.Builder policeOnly(Alert.Builder alert) {
		return alert
			.setEvidence(List.of(evidence("police/1", "POLICE", POLICE_STATEMENT, HandlingCode.POLICE_MASH_ONLY),
					evidence("hv/1", "HEALTH_VISITING", HEALTH_STATEMENT, HandlingCode.STANDARD)));
	}

	public static LeadProfessional lead() {
		return LeadProfessional.newBuilder()
			.setName("Sam Okoro")
			.setEmail(LEAD)
			.setOrganisation("children-services")
			.setSince(LocalDate.parse("2026-01-05"))
			.build();
	}

	public static Provenance provenance(Instant clock) {
		return Provenance.newBuilder()
			.setArea("scn-1")
			.setEpoch("test")
			.setReceiptId(UUID.randomUUID())
			.setClock(clock)
			.build();
	}

	public static Evidence evidence(String record, String agency, String statement, HandlingCode code) {
		return Evidence.newBuilder()
			.setReceiptId(UUID.randomUUID())
			.setSourceRecord(record)
			.setAgency(agency)
			.setOccurredAt(Instant.parse("2026-03-02T20:00:00Z"))
			.setRecordedAt(Instant.parse("2026-03-02T21:00:00Z"))
			.setStatement(statement)
			.setHandling(Handling.newBuilder().setCode(code).build())
			.build();
	}

}
