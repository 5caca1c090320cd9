package org.mashhub.console.pages;

import java.util.List;

import org.mashhub.console.audit.AccessAudit;
import org.mashhub.console.audit.AccessAudit.Action;
import org.mashhub.console.ledger.FeedState;
import org.mashhub.console.ledger.FeedView;
import org.mashhub.console.ledger.Feeds;
import org.mashhub.console.readmodel.Lists;
import org.mashhub.console.readmodel.Page;
import org.mashhub.console.readmodel.Part;
import org.mashhub.console.readmodel.QuarantineView;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was set aside, what comes in, and the way out. */
@Controller
class OtherPages {

	private final Lists lists;

	private final Feeds feeds;

	private final AccessAudit audit;

	OtherPages(Lists lists, Feeds feeds, AccessAudit audit) {
		this.lists = lists;
		this.feeds = feeds;
		this.audit = audit;
	}

	@GetMapping("/quarantine")
	String quarantine(@RequestParam(defaultValue = "") String after, Model model, Authentication authentication) {
		this.audit.record(authentication.getName(), Action.QUARANTINE_LISTED, "all");
		Page<QuarantineView> records = this.lists.quarantine(Part.ofPage(after));
		model.addAttribute("records", records.items());
		model.addAttribute("next", records.next());
		model.addAttribute("after", after);
		return "console/quarantine";
	}

	@GetMapping("/feeds")
	String feeds(Model model) {
		List<FeedView> all = this.feeds.all();
		model.addAttribute("feeds", all);
		model.addAttribute("silent", all.stream().filter((feed) -> feed.state() == FeedState.SILENT).count());
		model.addAttribute("open", this.feeds.open());
		return "console/feeds";
	}

	@GetMapping("/signed-out")
	String signedOut(Model model) {
		model.addAttribute("heading", "signedOut.title");
		model.addAttribute("body", "signedOut.body");
		return "console/notice";
	}

	@GetMapping("/sign-in-failed")
	String signInFailed(Model model) {
		model.addAttribute("heading", "signInFailed.title");
		model.addAttribute("body", "signInFailed.body");
		return "console/notice";
	}

}
