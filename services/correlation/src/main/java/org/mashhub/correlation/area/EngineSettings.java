package org.mashhub.correlation.area;

import java.util.Set;

import org.mashhub.correlation.family.FamilySettings;
import org.mashhub.correlation.identity.MatchModel;
import org.mashhub.correlation.rules.RuleBook;
import org.mashhub.correlation.rules.WorkingTime;

/**
 * What makes an engine the engine of one epoch: together with the log, it decides
 * everything.
 *
 * @param model how mentions are compared
 * @param family thresholds of the family part
 * @param rules the rules
 * @param workingTime the area's duty clock
 * @param urgentStatuses statuses that a practice is told at once
 */
public record EngineSettings(MatchModel model, FamilySettings family, RuleBook rules, WorkingTime workingTime,
		Set<String> urgentStatuses) {

	public EngineSettings {
		urgentStatuses = Set.copyOf(urgentStatuses);
	}

}
