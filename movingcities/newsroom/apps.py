from django.apps import AppConfig


class NewsroomConfig(AppConfig):
    """How the team works: what each role may do, the way to publication, and what needs a hand."""

    name = "movingcities.newsroom"
    verbose_name = "Newsroom"
