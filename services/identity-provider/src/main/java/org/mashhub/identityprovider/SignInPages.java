package org.mashhub.identityprovider;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages that people see: sign in, and a landing page for those who came directly. */
@Controller
class SignInPages {

	@GetMapping("/sign-in")
	String signIn() {
		return "identityprovider/sign-in";
	}

	@GetMapping("/")
	String signedIn() {
		return "identityprovider/signed-in";
	}

}
