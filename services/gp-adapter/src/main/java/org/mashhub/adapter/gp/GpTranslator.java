package org.mashhub.adapter.gp;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.EventHeaders;
import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.Mention;
import org.mashhub.adapter.kit.NoticeRefusedException;
import org.mashhub.adapter.kit.People;
import org.mashhub.adapter.kit.Sender;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.gp.v1.DeathNotified;
import org.mashhub.event.gp.v1.InformationProvided;
import org.mashhub.event.gp.v1.RegistrationChanged;
import org.mashhub.messaging.NameUuid;

import org.springframework.stereotype.Component;

/** What a practice sends as plain JSON, and what national signals say. */
@Component
class GpTranslator {

	private static final Pattern CHANGE_OF_GP = Pattern.compile("pds-change-of-gp-[1-9][0-9]?");

	private static final Pattern DEATH = Pattern.compile("pds-death-notification-[1-9][0-9]?");

	private static final Pattern NHS_NUMBER_CHANGE = Pattern.compile("nhs-number-change-[1-9][0-9]?");

	private final EventHeaders headers;

	GpTranslator(EventHeaders headers) {
		this.headers = headers;
	}

	InformationProvided answer(Sender sender, InformationAnswerNotice notice) {
		boolean refused = notice.answer() == InformationAnswerNotice.Answer.REFUSED;
		if (refused && notice.refusalReason() == null) {
			throw refusal("refusalReason", "is missing",
					"Say why it was refused, for example MORE_DETRIMENTAL_TO_THE_CHILD.");
		}
		if (!refused && notice.refusalReason() != null) {
			throw refusal("refusalReason", "is given though nothing was refused",
					"Leave it out, or send answer REFUSED.");
		}
		People people = new People();
		people.requireUnlessWithdrawn("people", !notice.people().isEmpty(), notice.record());
		for (int i = 0; i < notice.people().size(); i++) {
			InformationAnswerNotice.Subject subject = notice.people().get(i);
			people.add("people[" + i + "]", subject.id(), subject.mention());
		}
		return InformationProvided.newBuilder()
			.setHeader(this.headers.header(sender, notice.record(), notice.sharing(), FhirHeaders.DEFAULTS,
					InformationProvided.class, notice.answeredOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setRequestId(notice.requestId())
			.setAnswer(notice.answer().told())
			.setRefusalReason(notice.refusalReason())
			.setAnsweredOn(notice.answeredOn())
			.setSummary(notice.summary())
			.build();
	}

	SpecificRecord signal(Sender sender, NhsEvent signal) {
		if (CHANGE_OF_GP.matcher(signal.type()).matches()) {
			return registration(sender, signal);
		}
		if (DEATH.matcher(signal.type()).matches()) {
			return death(sender, signal);
		}
		if (NHS_NUMBER_CHANGE.matcher(signal.type()).matches()) {
			throw refusal("type", "says that an NHS number changed, but not to which",
					"Fetch the patient from the Personal Demographics Service and send the Patient to /gp/fhir with "
							+ "both numbers as identifiers, the old one with use old.");
		}
		throw refusal("type", "is not a signal that the hub takes",
				"Subscribe to pds-change-of-gp-2 and pds-death-notification-2 only.");
	}

	/**
	 * A change to an unknown practice is not a change to none, which is what an event
	 * without a practice would say.
	 */
	private RegistrationChanged registration(Sender sender, NhsEvent signal) {
		String practice = Optional.ofNullable(signal.filtering())
			.map(NhsEvent.Filtering::generalpractitioner)
			.orElseThrow(() -> refusal("filtering.generalpractitioner", "is missing",
					"Add the ODS code of the new practice, which the signal leaves out, from the Personal Demographics "
							+ "Service; or send its Patient to /gp/fhir."));
		People people = patient(signal, practice);
		SourceRecord source = source(signal, "pds-change-of-gp/" + signal.id(), null, RecordState.ACTIVE);
		return RegistrationChanged.newBuilder()
			.setHeader(this.headers.header(sender, source, null, FhirHeaders.DEFAULTS, RegistrationChanged.class))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setPreviousPractice(null)
			.setNewPractice(practice)
			.setEffectiveOn(signal.time().atZoneSameInstant(FhirChecks.UK).toLocalDate())
			.build();
	}

	/**
	 * The signal is sent when a death is noted and when it is taken back, and only the
	 * status tells which. All signals of one patient are versions of one record, so that
	 * a status removed withdraws what was told before.
	 */
	private DeathNotified death(Sender sender, NhsEvent signal) {
		DeathNotice notice = Optional.ofNullable(signal.filtering())
			.map(NhsEvent.Filtering::deathnotificationstatus)
			.flatMap(DeathNotice::of)
			.orElseThrow(() -> refusal("filtering.deathnotificationstatus", "is missing",
					"Add the status from the Personal Demographics Service: the signal itself does not say whether a "
							+ "death was noted or taken back; or send its Patient to /gp/fhir."));
		People people = patient(signal, null);
		SourceRecord source = source(signal, "pds-death-notification/" + NameUuid.of("nhs-number", signal.subject()),
				signal.time().toInstant().toEpochMilli(),
				(notice == DeathNotice.REMOVED) ? RecordState.RETRACTED : RecordState.ACTIVE);
		return DeathNotified.newBuilder()
			.setHeader(this.headers.header(sender, source, null, FhirHeaders.DEFAULTS, DeathNotified.class))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setDeceasedRef(FhirPeople.PATIENT)
			.setDiedOn(null)
			.setIdentityConfirmedBy((notice == DeathNotice.FORMAL) ? Patients.REGISTRAR : null)
			.build();
	}

	/** The national register itself says the number, which is all that it says. */
	private static People patient(NhsEvent signal, @Nullable String practice) {
		People people = new People();
		people.add("subject", FhirPeople.PATIENT,
				Mention.of(PersonRole.PATIENT).identifier("NHS_NUMBER", signal.subject(), true).gpPractice(practice));
		return people;
	}

	private static SourceRecord source(NhsEvent signal, String id, @Nullable Long version, RecordState state) {
		return new SourceRecord(id, version, state, null, signal.source(), null, signal.time(), null, signal.time());
	}

	private static NoticeRefusedException refusal(String field, String problem, String remedy) {
		return new NoticeRefusedException(List.of(new FieldProblem(field, problem, remedy)));
	}

}
