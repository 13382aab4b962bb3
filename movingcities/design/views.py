"""The gallery of components."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from movingcities.design import samples


def gallery(request: HttpRequest) -> HttpResponse:
    """Every component with values from the dataset, for whoever builds or judges a page."""
    return render(request, "design/gallery.html", samples.gallery())
