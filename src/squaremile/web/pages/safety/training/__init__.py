"""Training: what each person needs, courses and quizzes, sign-off, plans, the matrix, and passports."""
