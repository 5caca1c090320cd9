package org.mashhub.adapter.probation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/** A text that is null or the code of a condition that bears on children. */
@Documented
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = "[A-Z][A-Z_]{2,59}")
@ReportAsSingleViolation
@interface ChildCondition {

	String message() default "is not a code | Send capitals such as NO_UNSUPERVISED_CONTACT or RESIDENCE_APPROVAL, never the text of the condition.";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
