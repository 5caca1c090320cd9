package org.mashhub.console.pages;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.mashhub.console.audit.AccessAudit;
import org.mashhub.console.audit.AccessAudit.Action;
import org.mashhub.console.readmodel.AlertView;
import org.mashhub.console.readmodel.ChildView;
import org.mashhub.console.readmodel.ReadModel;
import org.mashhub.console.readmodel.ReadModel.Viewer;
import org.mashhub.console.security.Viewers;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** One child: statuses, who is around it and how the hub knows, what was recorded. */
@Controller
class ChildPage {

	private final ReadModel readModel;

	private final AccessAudit audit;

	private final Times times;

	private final Words words;

	ChildPage(ReadModel readModel, AccessAudit audit, Times times, Words words) {
		this.readModel = readModel;
		this.audit = audit;
		this.times = times;
		this.words = words;
	}

	@GetMapping("/children/{childId}")
	String page(@PathVariable UUID childId, Model model, Authentication authentication) {
		ChildView child = this.readModel.child(childId)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		this.audit.record(authentication.getName(), Action.CHILD_VIEWED, childId.toString());
		Viewer viewer = Viewers.of(authentication);
		Instant now = this.readModel.now(child.area()).orElse(child.provenance().clock());
		List<AlertRow> alerts = this.readModel.alertsAbout(childId, viewer)
			.stream()
			.filter(AlertView::open)
			.map((alert) -> AlertRow.of(alert, alert.area(), now, this.times, this.words))
			.toList();
		model.addAttribute("child", child);
		model.addAttribute("age", age(child, now));
		model.addAttribute("siblings", this.readModel.siblings(child));
		model.addAttribute("alerts", alerts);
		model.addAttribute("chronology", this.readModel.chronology(child, viewer));
		return "console/child";
	}

	private String age(ChildView child, Instant now) {
		if (child.birthDate() != null) {
			return this.times.age(child.birthDate(), now);
		}
		return (child.birthYear() != null) ? "born about " + child.birthYear() : "";
	}

}
