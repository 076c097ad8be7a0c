import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useClient } from './client'

const MINUTE = 60_000

function today(): string {
  const now = new Date()
  const two = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** The calendar day where the person is, `YYYY-MM-DD`; another from midnight on, also after the computer slept. */
export function useToday(): string {
  const [day, setDay] = useState(today)
  useEffect(() => {
    const look = () => setDay(today())
    const timer = setInterval(look, MINUTE)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  return day
}

/** The highlights of a day's review, in their order. */
export function useReview(day: string) {
  const client = useClient()
  return useQuery({ queryKey: ['review', 'today', { day }], queryFn: () => client.review.today({ day }) })
}

/** How many highlights of today's review were not looked at yet. */
export function useLeftToReview(): number {
  const client = useClient()
  const day = useToday()
  return useQuery({ queryKey: ['review', 'left', { day }], queryFn: () => client.review.left({ day }) }).data ?? 0
}

/** Highlights that a person wants to see in no review. */
export function useLeftOut() {
  const client = useClient()
  return useQuery({ queryKey: ['review', 'leftOut'], queryFn: () => client.review.leftOut() })
}
