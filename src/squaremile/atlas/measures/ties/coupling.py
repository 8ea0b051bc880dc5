"""Ties that are not named but shown: works that cite the same, works cited together, and how strong that is for chance."""

from typing import Any

import numpy as np
from scipy import sparse

from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.kernel.words import Text


def _off_diagonal(product: Any) -> sparse.csr_array:
    held = sparse.coo_array(product)
    apart = held.row != held.col
    found = sparse.csr_array((held.data[apart], (held.row[apart], held.col[apart])), shape=held.shape)
    found.sort_indices()
    return found


def coupling(citations: Any) -> sparse.csr_array:
    """Bibliographic coupling (Kessler 1963): A A' without its diagonal, for A (citing, cited) of zeros and ones."""
    held = sparse.csr_array(citations, dtype=np.float64)
    return _off_diagonal(held @ held.T)


def co_citation(citations: Any) -> sparse.csr_array:
    """Co-citation (Small 1973): A' A without its diagonal."""
    held = sparse.csr_array(citations, dtype=np.float64)
    return _off_diagonal(held.T @ held)


def association_strength(matrix: Any) -> sparse.csr_array:
    """A_ij T / (S_i S_j), S_i the row sums and T their sum: 1 where a tie is as strong as chance makes it.

    van Eck & Waltman (2009) J. Am. Soc. Inf. Sci. Technol. 60:1635. The diagonal is left out first. (n, n) sparse.
    """
    held = _off_diagonal(sparse.csr_array(matrix, dtype=np.float64))
    if held.nnz and (not np.isfinite(held.data).all() or held.data.min() < 0):
        raise Unmeasurable(
            Text(ko="관계의 세기는 0 이상의 수여야 합니다.", en="Strengths of ties are numbers of zero or more.")
        )
    sums = np.asarray(held.sum(axis=1)).ravel()
    with np.errstate(divide="ignore"):
        scale = np.where(sums > 0, 1.0 / sums, 0.0)
    return sparse.csr_array(sparse.diags_array(scale) @ held @ sparse.diags_array(scale * sums.sum()))
