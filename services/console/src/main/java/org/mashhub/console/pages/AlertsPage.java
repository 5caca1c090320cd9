package org.mashhub.console.pages;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mashhub.console.audit.AccessAudit;
import org.mashhub.console.audit.AccessAudit.Action;
import org.mashhub.console.readmodel.AlertFilter;
import org.mashhub.console.readmodel.AlertFilter.Which;
import org.mashhub.console.readmodel.AlertView;
import org.mashhub.console.readmodel.AreaView;
import org.mashhub.console.readmodel.Lists;
import org.mashhub.console.readmodel.Page;
import org.mashhub.console.readmodel.Part;
import org.mashhub.console.readmodel.ReadModel;
import org.mashhub.console.security.Viewers;
import org.mashhub.hub.v1.Colour;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The list of alerts, soonest deadline first. */
@Controller
class AlertsPage {

	private final ReadModel readModel;

	private final Lists lists;

	private final AccessAudit audit;

	private final Times times;

	private final Words words;

	AlertsPage(ReadModel readModel, Lists lists, AccessAudit audit, Times times, Words words) {
		this.readModel = readModel;
		this.lists = lists;
		this.audit = audit;
		this.times = times;
		this.words = words;
	}

	@GetMapping("/")
	String page(@ModelAttribute("filter") Filter filter, Model model, Authentication authentication) {
		fill(filter, model, authentication);
		model.addAttribute("areas", this.readModel.areas());
		model.addAttribute("colours", Colour.values());
		this.audit.record(authentication.getName(), Action.ALERTS_LISTED,
				filter.area().isEmpty() ? "all" : filter.area());
		return "console/alerts";
	}

	@GetMapping("/alerts/list")
	String list(@ModelAttribute("filter") Filter filter, Model model, Authentication authentication) {
		fill(filter, model, authentication);
		model.addAttribute("refreshed", true);
		return "console/alerts :: refresh";
	}

	private void fill(Filter filter, Model model, Authentication authentication) {
		Map<String, AreaView> areas = this.readModel.areas()
			.stream()
			.collect(Collectors.toMap(AreaView::area, Function.identity()));
		Page<AlertView> alerts = this.lists.alerts(
				new AlertFilter(filter.area().isEmpty() ? null : filter.area(), filter.colour(),
						filter.closed() ? Which.CLOSED : Which.OPEN),
				Viewers.of(authentication), Part.ofPage(filter.after()));
		List<AlertRow> rows = alerts.items().stream().map((alert) -> {
			AreaView area = areas.get(alert.area());
			Instant now = (area != null) ? area.now() : null;
			return AlertRow.of(alert, (area != null) ? area.name() : alert.area(), now, this.times, this.words);
		}).toList();
		model.addAttribute("rows", rows);
		model.addAttribute("next", alerts.next());
		model.addAttribute("overdue", rows.stream().filter(AlertRow::overdue).count());
	}

	/**
	 * What the reader wants to see.
	 *
	 * @param area code of an area; empty for all
	 * @param colour a colour; null for all
	 * @param show {@code closed} for the alerts that have ended
	 * @param after where the page before ended; empty for the first
	 */
	record Filter(@Nullable String area, @Nullable Colour colour, @Nullable String show, @Nullable String after) {

		Filter {
			area = (area != null) ? area : "";
			show = (show != null) ? show : "";
			after = (after != null) ? after : "";
		}

		@Override
		public String area() {
			return (this.area != null) ? this.area : "";
		}

		/** Only some areas or colours are wanted: that there are none says little. */
		public boolean chosen() {
			return !area().isEmpty() || this.colour != null;
		}

		/** Not the beginning of the list is wanted. */
		public boolean further() {
			return this.after != null && !this.after.isEmpty();
		}

		public boolean closed() {
			return "closed".equals(this.show);
		}
	}

}
