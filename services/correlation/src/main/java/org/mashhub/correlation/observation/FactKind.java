package org.mashhub.correlation.observation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** The closed vocabulary that rules see. */
public enum FactKind {

	RISK_INCIDENT, CUSTODY_CHANGED, APPOINTMENT_NOT_BROUGHT, REGISTRATION_CHANGED, ADULT_SEEN, CHILD_SEEN,
	CONDITIONS_GRADED, CONCERN_RECORDED, BIRTH_RECORDED, VISIT_MADE, MOVED, REFERRED, STATUS_CHANGED, LEAD_ASSIGNED,
	CLOSURE_PROPOSED, CASE_CLOSED, ALERT_ACKNOWLEDGED, ALERT_DECIDED, ASSERTION_MADE, MEETING_CHANGED, HANDOVER_CHANGED,
	INFORMATION_REQUESTED, PREGNANCY_CHANGED, DIED, NEED_RECORDED, INTELLIGENCE_HELD, CONTACT_RECEIVED,
	CONTACT_ATTEMPTED, REFERRAL_DECIDED, FEEDBACK_GIVEN, ASSESSMENT_CHANGED, STEP_DOWN_CHANGED, ESCALATION_CHANGED,
	SUPERVISION_RECORDED, INVOLVEMENT_CHANGED, PLAN_ACTION_CHANGED, HEALTH_FLAGGED, IMMUNISATION_OVERDUE, ATTENDED,
	DISCHARGED, TENANCY_CHANGED, COMPLAINT_RECEIVED, SAFETY_MARKED, DETAILS_CHANGED, FEED_DECLARED, LINK_DECIDED,
	UNKNOWN;

	private static final Map<String, FactKind> BY_NAME = Arrays.stream(values())
		.collect(Collectors.toUnmodifiableMap(FactKind::name, Function.identity()));

	/**
	 * Kinds by their names.
	 * @param names names with spaces between them, null for none
	 * @return those that this build knows
	 */
	public static List<FactKind> named(@Nullable String names) {
		return (names != null)
				? Arrays.stream(names.split(" ", -1)).map(BY_NAME::get).filter(Objects::nonNull).sorted().toList()
				: List.of();
	}

}
